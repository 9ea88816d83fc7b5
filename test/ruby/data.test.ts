import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { rubyEvaluator } from "./harness.ts";

const { notices, modules } = rubyEvaluator(
  {
    "d/hiera.yaml": `version: 5\nhierarchy:\n  - { name: ruby, lookup_key: "d::key", uri: "x://y" }\n`,
    "d/manifests/init.pp":
      "class d { notice(lookup('d::k')) notice(lookup('d::gone', default_value => 'default')) }",
    "d/lib/puppet/functions/d/key.rb": `Puppet::Functions.create_function(:'d::key') do
      dispatch :key do
        param 'String', :key
        param 'Hash', :options
        param 'Puppet::LookupContext', :context
      end
      def key(key, options, context)
        context.not_found unless key == 'd::k'
        context.cache('seen', key) unless context.cache_has_key('seen')
        "#{key} of #{options['uri']} #{context.module_name} #{context.cached_value('seen')} #{context.interpolate('%{facts.kernel}')}"
      end
    end`,
  },
  { kernel: "Linux" },
);

it("a module's data comes from a function in Ruby", () => {
  expect(notices("include d")).toEqual(["d::k of x://y d d::k Linux", "default"]);
});

it("a compilation does not see what Ruby code kept of the one before", () => {
  const folder = join(modules, "d/lib/puppet/functions/d");
  mkdirSync(folder, { recursive: true });
  writeFileSync(
    join(folder, "count.rb"),
    `Puppet::Functions.create_function(:'d::count', Puppet::Functions::InternalFunction) do
      dispatch(:count) { cache_param }
      def count(cache) cache['n'] = (cache['n'] || 0) + 1 end
    end`,
  );
  expect(notices("notice(d::count(), d::count())")).toEqual(["1 2"]);
  expect(notices("notice(d::count(), d::count())")).toEqual(["1 2"]);
});
