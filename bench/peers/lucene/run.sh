#!/bin/sh
# Lucene beside Tanyuan on the same corpus and queries: run.sh index CORPUS FOLDER [THREADS], or run.sh search FOLDER QUERIES.
# Needs Debian's liblucene8-java and default-jdk-headless:
#   apt-get install --no-install-recommends liblucene8-java default-jdk-headless
set -eu
here=$(cd "$(dirname "$0")" && pwd)
classes=${TMPDIR:-/tmp}/tanyuan-lucene-bench
jars=/usr/share/java/lucene8-core.jar:/usr/share/java/lucene8-analyzers-common.jar
[ -e /usr/share/java/lucene8-core.jar ] || jars=$(ls /usr/share/java/lucene*-core*.jar | head -n 1):$(ls /usr/share/java/lucene*-analyzers-common*.jar | head -n 1)
mkdir -p "$classes"
javac -nowarn -cp "$jars" -d "$classes" "$here/LuceneBench.java"
exec java -Xmx1g -XX:+UseSerialGC -cp "$jars:$classes" LuceneBench "$@"
