# shellcheck shell=bash
# Finds a JDK and Maven, and builds; sourced by ./jingling and ./dev. Needs bash 4 and nothing else.

readonly JAVA_LEAST=21

say() { printf '%s\n' "$*" >&2; }

# jdk_major HOME: prints the version of the JDK there, 0 where there is none (a JRE has no javac).
jdk_major() {
  local version=''
  if [[ -x $1/bin/java && -x $1/bin/javac ]]; then
    if [[ -r $1/release ]]; then
      version=$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release")
    else
      version=$("$1/bin/java" -version 2>&1 | sed -n '1s/[^"]*"\([0-9]*\).*/\1/p')
    fi
  fi
  printf '%s' "${version:-0}"
}

# find_jdk [HOME...]: sets JAVA_HOME. Its own value where that is new enough, otherwise the newest of
# PATH and of those named, or the folders where systems put JDKs.
find_jdk() {
  local best='' best_major=$((JAVA_LEAST - 1)) home major on_path homes=("$@")
  if ((${#homes[@]} == 0)); then
    homes=(/usr/lib/jvm/* /usr/java/* /opt/java/* /opt/jdk* "$HOME"/.sdkman/candidates/java/*
      /Library/Java/JavaVirtualMachines/*/Contents/Home)
  fi
  if [[ -n ${JAVA_HOME:-} ]] && (($(jdk_major "$JAVA_HOME") >= JAVA_LEAST)); then
    export JAVA_HOME
    return
  fi
  on_path=$(command -v javac || true)
  if [[ -n $on_path ]]; then
    on_path=$(readlink -f "$on_path")
    on_path=${on_path%/bin/javac}
  fi
  for home in ${on_path:+"$on_path"} "${homes[@]}"; do
    major=$(jdk_major "$home")
    if ((major > best_major)); then
      best=$home best_major=$major
    fi
  done
  if [[ -z $best ]]; then
    say "Java: got no JDK of version $JAVA_LEAST or newer in JAVA_HOME, PATH or /usr/lib/jvm, want one."
    say "  Debian 13, Ubuntu:  sudo apt-get install openjdk-${JAVA_LEAST}-jdk"
    say "  Fedora:             sudo dnf install java-${JAVA_LEAST}-openjdk-devel"
    say "  elsewhere:          unpack one from https://adoptium.net and set JAVA_HOME to it"
    return 1
  fi
  export JAVA_HOME=$best
}

find_maven() {
  if ! command -v mvn >/dev/null; then
    say "Maven: got none in PATH, want one, since Jingling must be built here first."
    say "  Debian, Ubuntu:  sudo apt-get install maven"
    say "  Fedora:          sudo dnf install maven"
    say "  elsewhere:       https://maven.apache.org/install.html"
    return 1
  fi
}

# run_maven OPTIONS: with the JDK that was found, and without its warnings about Maven's own libraries.
run_maven() {
  local quiet=()
  if (($(jdk_major "$JAVA_HOME") >= 24)); then
    quiet=(--sun-misc-unsafe-memory-access=allow --enable-native-access=ALL-UNNAMED)
  fi
  MAVEN_OPTS="${MAVEN_OPTS:-} ${quiet[*]}" mvn -B -Dstyle.color=never --no-transfer-progress "$@"
}
