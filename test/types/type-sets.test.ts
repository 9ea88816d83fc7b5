import { describe, expect, it } from "vitest";
import { Evaluator } from "./evaluated.ts";

const VEHICLES = `type Vehicles = TypeSet[{
  pcore_version => '1.0.0',
  version => '1.2.0',
  types => {
    Car => Object[{ attributes => { doors => Integer } }],
    Bike => { attributes => { gears => Integer } },
    Van => Car { attributes => { load => Float } },
    Any_Car => Variant[Car, Van],
    Fleet => Hash[String, Variant[Car, Fleet]],
  },
}]`;

const TRANSPORTS = `type Transports = TypeSet[{
  pcore_version => '1.0.0',
  version => '1.0.0',
  types => { Owned => Object[{ attributes => { it => Vecs::Car } }] },
  references => { Vecs => { name => 'Vehicles', version_range => '1.x' } },
}]`;

function answers(definitions: readonly string[], expression: string): string {
  const evaluator = new Evaluator();
  for (const definition of definitions) evaluator.define(definition);
  return evaluator.answer(expression);
}

describe("the types of a type set", () => {
  it.each([
    ["Vehicles::Car(4)", "Vehicles::Car({'doors' => 4})"],
    ["Vehicles::Bike(21)", "Vehicles::Bike({'gears' => 21})"],
    ["Vehicles::Van(2, 1.5)", "Vehicles::Van({'doors' => 2, 'load' => 1.5})"],
    ["Vehicles::Van(2, 1.5) =~ Vehicles::Car", "true"],
    ["Vehicles::Car(2) =~ Vehicles::Any_Car", "true"],
    ["{ a => { b => Vehicles::Car(2) } } =~ Vehicles::Fleet", "true"],
    ["{ a => { b => Vehicles::Bike(2) } } =~ Vehicles::Fleet", "false"],
    ["Transports::Owned(Vehicles::Car(2)).it.doors", "2"],
    ["Transports::Owned(1)", expect.stringContaining("parameter 'it' expects")],
    ["Vehicles::Boat", "! Resource type not found: Vehicles::Boat"],
  ])("%s", (expression, answer) => {
    expect(answers([VEHICLES, TRANSPORTS], expression)).toEqual(answer);
  });
});

describe("a type set that is wrong", () => {
  it.each([
    ["pcore_version => '1.0.0', type => {}", "unrecognized key 'type'"],
    ["version => '1.0.0'", "expects a value for key 'pcore_version'"],
    ["pcore_version => '2.0.0'", "not understood by this runtime. Expected range 1.x, got 2.0.0"],
    ["pcore_version => '1.0.0', name_authority => 'not a uri'", "entry 'name_authority' expects a match for"],
    ["pcore_version => '1.0.0', types => {}", "entry 'types' expects size to be at least 1, got 0"],
    ["pcore_version => '1.0.0', types => []", "entry 'types' expects a Hash value, got Array"],
    ["pcore_version => '1.0.0', references => {}", "entry 'references' expects size to be at least 1, got 0"],
    ["pcore_version => '1.0.0', references => { R => 2 }", "entry 'R' expects a Struct value, got Integer"],
    [
      "pcore_version => '1.0.0', references => { R => { name => 'X' } }",
      "entry 'references' entry 'R' expects a value for key 'version_range'",
    ],
    [
      "pcore_version => '1.0.0', references => { R => { name => 'X', version_range => 'N' } }",
      'Unparsable version range: "N"',
    ],
    [
      "pcore_version => '1.0.0', references => { R => { name => 'X', version_range => '1.x' } }",
      "TypeSet 'Wrong' reference to TypeSet named 'X' cannot be resolved",
    ],
    [
      "pcore_version => '1.0.0', references => { R => { name => 'Vehicles', version_range => '2.x' } }",
      "resolves to an incompatible version. Expected 2.x, got 1.2.0",
    ],
    [
      `pcore_version => '1.0.0', references => {
        A => { name => 'Vehicles', version_range => '1.x' }, B => { name => 'Vehicles', version_range => '1.x' } }`,
      "more than once using overlapping version ranges",
    ],
    [
      `pcore_version => '1.0.0', types => { Car => Integer },
       references => { Car => { name => 'Vehicles', version_range => '1.x' } }`,
      "references a TypeSet using alias 'Car'. The alias collides with the name of a declared type",
    ],
  ])("%s", (body, words) => {
    expect(answers([VEHICLES, `type Wrong = TypeSet[{ ${body} }]`], "Wrong")).toContain(words);
  });
});
