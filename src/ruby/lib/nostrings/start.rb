# What a fresh instance is told: an image knows nothing of the process that it is restored in.
Nostrings.on('start') do |surroundings|
  ENV.replace(surroundings['env'])
  Dir.chdir(surroundings['cwd']) if surroundings['cwd']
  srand(Random.new_seed)
  $PROGRAM_NAME = 'nostrings'
  surroundings['libraries'].each { |folder| $LOAD_PATH << folder unless $LOAD_PATH.include?(folder) }
  nil
end

# For tests: the value of a text of Ruby.
Nostrings.on('evaluate') { |code, file, line| TOPLEVEL_BINDING.eval(code, file || '(evaluate)', line || 1) }
