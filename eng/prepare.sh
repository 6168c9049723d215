# Sourced by ./run and ./test: reads the arguments that both take, chooses the runtime, and looks for what is needed.
# Leaves: runtime (Orleans or Embedded), rest (the other arguments), bin (where programs are built to).

say() { printf '%s\n' "$*"; }
fail() { say "$*" >&2; exit 1; }

rest=()
runtime=
while [ $# -gt 0 ]; do
  case "$1" in
    --runtime)
      case "${2:-}" in
        orleans) runtime=Orleans ;;
        embedded) runtime=Embedded ;;
        *) fail "--runtime takes orleans or embedded" ;;
      esac
      shift 2 ;;
    *) rest+=("$1"); shift ;;
  esac
done

command -v dotnet > /dev/null || fail "The .NET SDK 10 is needed: dotnet is not on the PATH."
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1

# Orleans where its packages restore, the stand-in where they do not.
if [ -z "$runtime" ]; then
  if dotnet restore dashboard -p:GrainRuntime=Orleans --verbosity quiet > /dev/null 2>&1; then
    runtime=Orleans
  else
    runtime=Embedded
  fi
fi
if [ "$runtime" = Orleans ]; then
  say "Grains run on Microsoft Orleans."
else
  say "Grains run on the embedded runtime (src/EventOps.EmbeddedOrleans), in one process."
fi

# Every build from here on reads it from the environment, and so does dotnet format.
export GrainRuntime="$runtime"
bin="artifacts/${runtime,,}/bin"
