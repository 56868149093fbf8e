/**
 * Programs that do what a script, a command line or an environment tells them. The content of their file says nothing about what they will
 * do. Names are compared without a version at their end.
 */
const names = [
  // Shells, and tools that run other programs.
  /^(?:(?:b?a|da|z|k|mk|pdk|fi|c|tc|ya|el)?sh|rc|nu|pwsh|xonsh|busybox|toybox)$/,
  /^(?:env|xargs|find|g?make|ninja|just|watch|time|timeout|nohup|setsid|stdbuf|parallel|sudo|doas|su|script|expect)$/,
  // Interpreters, virtual machines, and programs that have one.
  /^(?:i?python|pypy|node|nodejs|bun|deno|electron|perl|j?ruby|irb|php|lua|luajit|tclsh|wish|javaw?|groovy|kotlin|scala)$/,
  /^(?:dotnet|mono|r|rscript|julia|guile|racket|sbcl|erl|beam\.smp|escript|elixir|(?:[gmn]|original-)?awk|sed|stack|ghc)$/,
  /^(?:gdb|lldb|emacs|n?vim|wasmtime|wasmer|qjs|d8|wine|osascript)$/,
  /^(?:ocaml|ocamlrun|utop|swipl|g?prolog|yap|dart|octave|octave-cli|gnuplot|maxima|gp|bc|dc|m4|ed|ex|sqlite|psql|mysql|duckdb|jq)$/,
  /^(?:clisp|ecl|ccl|scheme|petite|gsi|csi|chibi-scheme|mit-scheme|janet|clojure|bb|raku|moar|gforth|gst|rexx|regina|apl|iex|nim|cargo|swift|tcc|cling|php-(?:cgi|fpm)|hhvm|k6|lein|mix)$/,
  // The loader of dynamic programs, and emulators: they run the program that they are given.
  /^(?:ld(?:-linux.*|-musl.*|-\d[.\d]*|64)?\.so|qemu.*)$/,
  // Clients that call what their command line says.
  /^(?:curl|wget|aria2c|http|xh|curlie|hurl|nc|ncat|netcat|socat|openssl|telnet|ssh|git)$/,
];

/**
 * Texts in the files of interpreters, under any name. They are the variables through which an interpreter takes code or options from its
 * environment, and the libraries that hold the interpreter itself. Sources: python(1), node(1), perlrun(1), ruby(1), the PHP manual,
 * lua(1), java(1), dotnet(1), bash(1), sh(1p), gawk(1), mawk(1).
 */
const marks = [
  ...['PYTHONHOME', 'libpython', 'NODE_OPTIONS', 'PERL5LIB', 'RUBYLIB', 'libruby', 'PHP_INI_SCAN_DIR'],
  ...['LUA_PATH', 'libjli', 'DOTNET_ROOT', 'BASH_ENV', '\0PS4\0', '\0PS4=', 'AWKPATH', 'MAWKBINMODE'],
  ...['CAML_LD_LIBRARY_PATH', 'libR.so', 'libjulia', 'libguile', 'libswipl', 'libtcl', 'libmono', 'DENO_DIR'],
].map((text) => Buffer.from(text, 'latin1'));

/** The longest mark, in bytes. A reader of a file in pieces must let the pieces overlap by this many bytes. */
export const longestMark = Math.max(...marks.map(({ length }) => length));

/** Returns whether a program of this name (the last part of its path) runs any code that it is given. Pure. */
export function isInterpreterName(name: string): boolean {
  const plain = name.toLowerCase().replace(/\.exe$/, '');
  const unnumbered = plain.replace(/[-.\d]+[tdm]?$/, '');
  return names.some((one) => one.test(plain) || one.test(unnumbered));
}

/** Returns whether a piece of a file holds the mark of an interpreter. Pure. */
export const holdsMark = (piece: Buffer): boolean => marks.some((mark) => piece.includes(mark));
