import { describe, expect, it } from "vitest";
import { ResourceTypes } from "../../src/catalog/resource-types/resource-types.ts";
import { typeOfRuby } from "../../src/catalog/resource-types/ruby-type-file.ts";

const types = new ResourceTypes();

describe("Puppet's own types", () => {
  it.each([
    ["file", "path", ["content", "source", "recurse", "validate_cmd", "require", "name"], ["pathh", "title"]],
    ["package", "name", ["ensure", "provider", "install_options"], ["version"]],
    ["exec", "command", ["onlyif", "creates", "refreshonly"], ["name_"]],
    ["cron", "name", ["minute", "special"], ["seconds"]],
    ["yumrepo", "name", ["baseurl", "gpgcheck"], ["url"]],
    ["zpool", "pool", ["mirror"], []],
    ["scheduled_task", "name", ["trigger"], []],
  ])("%s has the key %s", (name, key, known, unknown) => {
    const type = types.find(name)!;
    expect(type.nameAttribute).toBe(key);
    expect(known.filter((attribute) => !type.has(attribute))).toEqual([]);
    expect(unknown.filter((attribute) => type.has(attribute))).toEqual([]);
  });

  it.each([
    ["file", "/x/", { path: "/x" }],
    ["file", "/", { path: "/" }],
    ["file", "abc", { path: "abc" }],
    ["file", "C:/", { path: "C:/" }],
    ["package", "mysql", { name: "mysql" }],
    ["sshkey", "host@rsa", { name: "host", type: "rsa" }],
    ["sshkey", "host", { name: "host" }],
    ["notify", "two\nlines", { name: "two\nlines" }],
  ])("%s takes the title %j apart", (name, title, parts) => {
    expect(Object.fromEntries(types.find(name)!.parseTitle(title)!)).toEqual(parts);
  });

  it("are found in any case, and have no namespace", () => {
    expect(types.find("File")?.name).toBe("file");
    expect(types.find("a::file")).toBeUndefined();
    expect(types.find("constructor")).toBeUndefined();
  });
});

describe("types of modules, read from their Ruby", () => {
  it.each([
    [
      "parameters, properties and ensure",
      "Puppet::Type.newtype(:x) do\n  ensurable\n  newparam(:name) do\n    desc 'newparam(:no)'\n  end\n  newproperty(:size)\n  newproperty 'color', :array_matching => :all\nend",
      { key: ["name"], has: ["ensure", "name", "size", "color", "provider", "noop"], not: ["weight"] },
    ],
    [
      "a key by option",
      "Puppet::Type.newtype :x do\n  newparam(:path, namevar: true)\n  newparam(:y)\nend",
      { key: ["path"], has: ["y"], not: ["ensure"] },
    ],
    [
      "a key of two, by call, with title patterns",
      "Puppet::Type.newtype(:x) do\n  newparam(:user) do\n    isnamevar\n  end\n  newparam(:db) do\n    isnamevar\n  end\n  def self.title_patterns\n    [[/^(.*)@(.*)$/, [[:user], [:db]]], [%r{^(.*)$}, [[:user]]]]\n  end\nend",
      { key: ["db", "user"], has: ["db"], not: ["password"], title: ["a@b", { user: "a", db: "b" }] },
    ],
    [
      "title patterns of both cases",
      "Puppet::Type.newtype(:x) do\n  newparam(:drive, namevar: true)\n  newparam(:path, namevar: true)\n  def self.title_patterns\n    [[%r{^([a-z]):(.*)$}i, [[:drive], [:path]]]]\n  end\nend",
      { key: ["drive", "path"], has: [], not: [], title: ["C:x", { drive: "C", path: "x" }] },
    ],
    [
      "comments and here-documents aside",
      "# newparam(:a)\nPuppet::Type.newtype(:x) do\n  newparam(:name) do\n    desc <<-EOT\n      newproperty(:b)\n    EOT\n  end\nend",
      { key: ["name"], has: [], not: ["a", "b"] },
    ],
    [
      "attributes that code makes up: anything goes",
      "Puppet::Type.newtype(:x) do\n  newparam(:name)\n  [:a, :b].each { |n| newproperty(n) }\nend",
      { key: ["name"], has: ["whatever"], not: [] },
    ],
    [
      "the Resource API",
      "require 'puppet/resource_api'\nPuppet::ResourceApi.register_type(\n  name: 'x',\n  title_patterns: [{ pattern: %r{^(?<a>.*)/(?<b>.*)$}, desc: 'both' }],\n  attributes: {\n    ensure: { type: 'Enum[present, absent]', desc: 'a } brace' },\n    a: { type: 'String', behaviour: :namevar },\n    b: { type: 'String', behaviour: :namevar },\n    'c' => { type: 'Hash[String, String]', default: {} },\n  },\n)",
      { key: ["a", "b"], has: ["ensure", "c"], not: ["type"], title: ["q/r", { a: "q", b: "r" }] },
    ],
  ] as const)("%s", (_, ruby, expected) => {
    const type = typeOfRuby("x", ruby)!;
    expect(type.key).toEqual(expected.key);
    expect(expected.has.filter((attribute) => !type.has(attribute))).toEqual([]);
    expect(expected.not.filter((attribute) => type.has(attribute))).toEqual([]);
    if ("title" in expected) {
      expect(Object.fromEntries(type.parseTitle(expected.title[0])!)).toEqual(expected.title[1]);
    }
  });

  it("are not there when the file defines another one", () => {
    expect(typeOfRuby("x", "Puppet::Type.newtype(:y) do\nend")).toBeUndefined();
  });
});
