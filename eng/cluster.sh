# Sourced by ./run --cluster: a PostgreSQL of its own, silos and two dashboards on this machine, until it is told to stop.

# as_server COMMAND...: PostgreSQL refuses to run as root; its package has made a user for it.
as_server() {
  if [ "$(id -u)" = 0 ]; then setpriv --reuid=postgres --regid=postgres --clear-groups "$@"; else "$@"; fi
}

# free_port FROM: the first port from there on which nobody listens
free_port() {
  local port=$1
  while (exec 3<> "/dev/tcp/127.0.0.1/$port") 2> /dev/null; do port=$((port + 1)); done
  echo "$port"
}

start_postgresql() {
  local initdb
  initdb=$(ls /usr/lib/postgresql/*/bin/initdb 2> /dev/null | sort --version-sort | tail -1)
  [ -n "$initdb" ] || initdb=$(command -v initdb) || fail "PostgreSQL is needed for a cluster: install the Debian package postgresql-15."
  postgresql=$(dirname "$initdb")
  store=$(mktemp -d)
  [ "$(id -u)" != 0 ] || chown postgres "$store"
  local port
  port=$(free_port 55432)
  (cd "$store" && as_server "$postgresql/initdb" -D "$store/data" -U eventops -A trust -E UTF8 --locale=C.UTF-8 --no-sync > /dev/null)
  (cd "$store" && as_server "$postgresql/pg_ctl" start -w -D "$store/data" -l "$store/log" -o "-p $port -c listen_addresses=127.0.0.1 -c unix_socket_directories=" > /dev/null)
  database="Host=127.0.0.1;Port=$port;Username=eventops;Database=postgres"
}

# stop PID...: each is told to end, and waited for
stop() {
  kill -TERM "$@" 2> /dev/null || true
  for pid in "$@"; do
    while kill -0 "$pid" 2> /dev/null; do wait "$pid" || true; done
  done
}

# run_cluster SILOS [--demonstration FOLDER --speed N]: both dashboards know the demonstration's accounts, and the first one plays it.
run_cluster() {
  local count=$1 silos=() dashboards=() port=5090 one other
  shift
  start_postgresql
  trap 'as_server "$postgresql/pg_ctl" stop -D "$store/data" -m fast > /dev/null || true; rm -rf "$store" "$data"' EXIT
  trap 'stopping=1' INT TERM
  say "PostgreSQL: $database"
  while [ "${#silos[@]}" -lt "$count" ]; do
    port=$(free_port $((port + 1)))
    dotnet "$bin/EventOps.Silo/release/EventOps.Silo.dll" serve --database "$database" --url "http://127.0.0.1:$port" &
    silos+=($!)
    say "Silo ${#silos[@]} has process id $!, http://127.0.0.1:$port/readyz"
  done
  one=http://localhost:$(free_port 5080)
  other=http://localhost:$(free_port $((${one##*:} + 1)))
  dotnet "$bin/EventOps.Dashboard/release/EventOps.Dashboard.dll" serve --cluster --database "$database" --url "$one" "$@" &
  dashboards+=($!)
  dotnet "$bin/EventOps.Dashboard/release/EventOps.Dashboard.dll" serve --cluster --database "$database" --url "$other" "${@:1:2}" &
  dashboards+=($!)
  say "Dashboards have process ids ${dashboards[*]}, $one/ops/ and $other/ops/. Ctrl-C stops all."

  # One that ends is for whoever tries that; the others go on.
  stopping=
  while [ -z "$stopping" ] && kill -0 "${dashboards[@]}" 2> /dev/null; do wait -n || true; done
  say "Stopping ..."
  stop "${dashboards[@]}"
  stop "${silos[@]}"
}
