#!/usr/bin/env python3
"""Look for repairs of text that is not damaged: what Debian's packages ship as UTF-8, in the languages and kinds named in KINDS.

    python3 tools/checks/false_repairs.py [--keep FOLDER] [--megabytes 4] [--kind NAME…] [--any-rule] [--command COMMAND]
    python3 tools/checks/false_repairs.py FOLDER…        text files in folders instead, such as /usr/share

Downloads the packages (apt-get download, nothing is installed) into FOLDER or a temporary one, takes so many megabytes of running text of each kind (an even
share of each package; mark-up and message catalogues are read as their text), runs them through `tanyuan repair --batch` and prints every repair with its
place, and how many each kind has. Rules that tell damage are counted; those that take out what nobody sees (control and invisible characters) and
entities only with --any-rule. What is known to be damaged in a package stands in DAMAGED with its reason, and is counted apart. Exit code 1 where
there are others.
"""
import argparse
import collections
import gettext
import gzip
import html.parser
import io
import json
import os
import re
import shlex
import subprocess
import sys
import tempfile

ROOT = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..")

# Kind: packages, each with a pattern that the path of a file must match where not all of them are of the kind.
KINDS = {
    "Chinese, Simplified": {"manpages-zh": "/zh_CN/", "debian-reference-zh-cn": "", "libreoffice-help-zh-cn": "", "maint-guide-zh-cn": "",
                            "debian-faq-zh-cn": "", "fortunes-zh": ""},
    "Chinese, Traditional": {"manpages-zh": "/zh_TW/", "debian-reference-zh-tw": "", "libreoffice-help-zh-tw": "", "maint-guide-zh-tw": ""},
    "Japanese": {"manpages-ja": "", "manpages-ja-dev": "", "debian-reference-ja": "", "libreoffice-help-ja": "", "debian-policy-ja": "",
                 "developers-reference-ja": ""},
    "Korean": {"libreoffice-help-ko": "", "debian-faq-ko": ""},
    "German": {"manpages-de": "", "libreoffice-help-de": "", "debian-reference-de": "", "fortunes-de": ""},
    "French": {"manpages-fr": "", "libreoffice-help-fr": "", "debian-reference-fr": ""},
    "Spanish": {"manpages-es": "", "libreoffice-help-es": "", "debian-reference-es": "", "fortunes-es": ""},
    "Italian": {"manpages-it": "", "libreoffice-help-it": "", "debian-reference-it": "", "fortunes-it": ""},
    "Portuguese": {"manpages-pt-br": "", "libreoffice-help-pt-br": "", "debian-reference-pt": ""},
    "Polish": {"manpages-pl": "", "libreoffice-help-pl": "", "fortunes-pl": ""},
    "Czech": {"manpages-cs": "", "libreoffice-help-cs": "", "fortunes-cs": ""},
    "Hungarian": {"manpages-hu": "", "libreoffice-help-hu": ""},
    "Romanian": {"manpages-ro": ""},
    "Danish": {"manpages-da": "", "libreoffice-help-da": ""},
    "Swedish": {"manpages-sv": "", "libreoffice-help-sv": ""},
    "Turkish": {"manpages-tr": "", "libreoffice-help-tr": ""},
    "Russian": {"manpages-ru": "", "libreoffice-help-ru": "", "fortunes-ru": ""},
    "Ukrainian": {"manpages-uk": ""},
    "Serbian": {"manpages-sr": ""},
    "Greek": {"manpages-el": "", "libreoffice-help-el": ""},
    "Vietnamese": {"manpages-vi": "", "libreoffice-help-vi": ""},
    "English": {"manpages": "", "manpages-dev": "", "fortunes": "", "vim-runtime": r"/doc/.*\.txt$", "debian-policy": ""},
    "handbooks": {"perl-doc": "", "python3.11-doc": r"\.html$|/_sources/", "postgresql-doc-15": "", "nodejs-doc": "", "git-doc": "", "mutt": "/doc/", "emacs-common": ""},
    "dictionaries": {"trans-de-en": "", "unicode-cldr-core": "", "wordnet": ""},
    "messages": {"iso-codes": r"\.mo$", "git": r"\.mo$", "gcc-12-locales": r"\.mo$", "libgtk-3-common": r"\.mo$", "coreutils": r"\.mo$"},
    "code": {"emacs-el": "", "golang-1.19-src": r"\.go$", "rust-src": r"\.rs$", "vim-runtime": r"\.vim$", "libjs-mathjax": r"\.js$", "python3-sphinx": ""},
}

# Tests and tables of decoders quote damage, and characters of a charset in a row, on purpose.
ABOUT_CHARSETS = re.compile(r"test|encod|codec|charset|unicode/|idna|titdic|leim/|/language/", re.I)
BINARY = re.compile(r"\.(png|jpe?g|gif|svgz?|ico|woff2?|ttf|pdf|zip|xz|bz2|elc|pyc|a|so|dat|idx|pak|css)$", re.I)

# What is damaged in the packages as they are: package, end of the path, a pattern of what stands there, why.
DAMAGED = [
    ("manpages-zh", "man8/iptables.8.gz", r"\?", "bytes of its GBK were lost before it became UTF-8 (只有使用 … 如果第二?龆丝诤糯笥诘谝桓觯); made Traditional as it was"),
    ("fortunes", "computers", "[\u0080-\u009f]", "an article whose quotes and ∗ are UTF-8 read as Latin-1, control characters among them"),
    ("fortunes-de", "zitate", "\u0092", "apostrophes of Windows-1252 read as Latin-1 (Schafft er's)"),
    ("fortunes-es", "informatica.fortunes", "\u0091", "the noise of a bad line, typed as a joke, in a code page of DOS that was read as Latin-1"),
    ("manpages-it", "iso_8859-1.7.gz", "Ã¬", "altresì as UTF-8 read as Latin-1"),
    ("libgtk-3-common", "cy/LC_MESSAGES/gtk30.mo", "Ã®", "sgrîn as UTF-8 read as Latin-1"),
]


class TextOfHtml(html.parser.HTMLParser):
    def __init__(self):
        super().__init__()
        self.parts, self.hidden = [], 0

    def handle_starttag(self, tag, attrs):
        self.hidden += tag in ("script", "style")
        if tag in ("p", "div", "li", "tr", "td", "th", "br", "h1", "h2", "h3", "h4", "pre", "dt", "dd", "title"):
            self.parts.append("\n")

    def handle_endtag(self, tag):
        self.hidden -= tag in ("script", "style")

    def handle_data(self, data):
        if not self.hidden:
            self.parts.append(data)


def text_of(path):
    """The text of a file, or None where it is no UTF-8 text."""
    try:
        with open(path, "rb") as file:
            data = file.read(8_000_000)
        if path.endswith(".gz"):
            data = gzip.decompress(data)
            path = path[:-3]
        if path.endswith(".mo"):
            catalogue = gettext.GNUTranslations(io.BytesIO(data))
            return "\n".join(message for key, message in catalogue._catalog.items() if key)
        if BINARY.search(path) or b"\0" in data:
            return None
        text = data.decode()
    except (OSError, UnicodeDecodeError, EOFError, ValueError):
        return None
    if re.search(r"\.x?html?$", path):
        reader = TextOfHtml()
        reader.feed(text)
        return re.sub(r"\n\s*\n+", "\n\n", "".join(reader.parts))
    return text


def texts_in(folder, pattern, limit):
    """Texts beyond ASCII below a folder, up to so many bytes."""
    for path, folders, names in os.walk(folder):
        folders.sort()
        for name in sorted(names):
            full = os.path.join(path, name)
            if os.path.islink(full) or ABOUT_CHARSETS.search(full[len(folder):]) or not re.search(pattern, full):
                continue
            text = text_of(full)
            if text is None or sum(c > "\x7f" for c in text) < 20:
                continue
            limit -= len(text.encode(errors="replace"))
            yield full, text
            if limit < 0:
                return


def unpack(package, where):
    """The folder with a package's files; None where this Debian has no such package."""
    folder = os.path.join(where, package)
    if not os.path.isdir(folder):
        with tempfile.TemporaryDirectory() as download:
            if subprocess.run(["apt-get", "-q", "download", package], cwd=download, capture_output=True).returncode != 0:
                return None
            archive, = os.listdir(download)
            os.makedirs(where, exist_ok=True)
            subprocess.run(["dpkg", "-x", os.path.join(download, archive), folder], check=True)
    return folder


def packaged(kinds, where, limit):
    missing = []
    for kind in kinds:
        folders = [(package, unpack(package, where), pattern) for package, pattern in KINDS[kind].items()]
        missing += [package for package, folder, _ in folders if folder is None]
        left, open_folders = limit, [one for one in folders if one[1]]
        for index, (package, folder, pattern) in enumerate(sorted(open_folders, key=lambda one: size_of(one[1]))):
            for full, text in texts_in(folder, pattern, left // (len(open_folders) - index)):
                left -= len(text.encode(errors="replace"))
                yield kind, package, os.path.relpath(full, folder), text
    if missing:
        print("not to be had here:", ", ".join(missing), file=sys.stderr)


def size_of(folder):
    return sum(os.path.getsize(os.path.join(path, name)) for path, _, names in os.walk(folder) for name in names if not os.path.islink(os.path.join(path, name)))


def reason_of(package, path, before):
    return next((reason for of, end, what, reason in DAMAGED if of == package and path.endswith(end) and re.search(what, before)), None)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="*")
    parser.add_argument("--keep", help="where to keep the packages")
    parser.add_argument("--megabytes", type=float, default=4)
    parser.add_argument("--kind", nargs="*", default=list(KINDS))
    parser.add_argument("--any-rule", action="store_true")
    parser.add_argument("--command", default=os.path.join(ROOT, "tanyuan"), help="the command line to run")
    options = parser.parse_args()
    limit = int(options.megabytes * 1_000_000)
    with tempfile.TemporaryDirectory() as temporary:
        if options.folders:
            texts = [("folders", "", full, text) for folder in options.folders for full, text in texts_in(folder, "", limit)]
        else:
            texts = list(packaged(options.kind, options.keep or temporary, limit))
    return report(texts, options.any_rule, shlex.split(options.command))


def report(texts, any_rule, command):
    batch = "".join(json.dumps({"id": str(number), "text": text}) + "\n" for number, (_, _, _, text) in enumerate(texts))
    run = subprocess.run([*command, "repair", "--batch"], input=batch.encode(), stdout=subprocess.PIPE, check=True)
    megabytes, known, found = collections.Counter(), collections.Counter(), collections.Counter()
    answers = run.stdout.decode().splitlines()
    if len(answers) != len(texts):
        raise SystemExit(f"{len(answers)} answers came back for {len(texts)} texts")
    for (kind, package, path, text), line in zip(texts, answers):
        megabytes[kind] += len(text.encode(errors="replace")) / 1e6
        record = json.loads(line)
        repaired = record["text"].encode("utf-16-le", "surrogatepass")
        for repair in record["repairs"]:
            if not any_rule and not re.search("mojibake|byte-slip|pinyin", repair["rule"]):
                continue
            reason = reason_of(package, path, repair["before"])
            (known if reason else found)[kind] += 1
            if reason:
                continue
            start, end = 2 * repair["start"], 2 * (repair["start"] + repair["length"])
            before = repaired[max(0, start - 60):start].decode("utf-16-le", "replace")
            after = repaired[end:end + 60].decode("utf-16-le", "replace")
            number = repaired[:start].count("\n".encode("utf-16-le")) + 1
            print(f'{package}:{path}:{number}: {repair["rule"]}: {repair["before"]!r} became {repair["after"]!r} in {before + "⟦" + repair["after"] + "⟧" + after!r}')
    for kind in megabytes:
        print(f"{kind:22} {megabytes[kind]:6.1f} MB  {found[kind]:4} repairs" + (f", {known[kind]} of known damage" if known[kind] else ""))
    print(f'{"all":22} {sum(megabytes.values()):6.1f} MB  {sum(found.values()):4} repairs, {sum(known.values())} of known damage, {len(texts)} texts')
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
