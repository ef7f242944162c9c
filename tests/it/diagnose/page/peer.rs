//! Pages of chance, read by Python's html.parser too: the same addresses at the same lines.

use std::io::Write;
use std::process::{Command, Stdio};

use certwright::core::page::html;

/// Reads pages as a JSON list from standard input; prints for each a list of `line text`.
const READER: &str = r"
import json, sys
from html.parser import HTMLParser

class Reader(HTMLParser):
    def __init__(self):
        super().__init__()
        self.found = []
        self.inert = 0
    def handle_starttag(self, tag, attrs):
        if tag == 'template':
            self.inert += 1
        wanted = {'img': 'src', 'script': 'src', 'iframe': 'src', 'video': 'src', 'form': 'action', 'embed': 'src'}
        seen = set()
        for name, value in attrs:
            if name in seen or self.inert:
                continue
            seen.add(name)
            if wanted.get(tag) == name:
                self.found.append(f'{self.getpos()[0]} {value or str()}')
    def handle_startendtag(self, tag, attrs):
        self.handle_starttag(tag, attrs)
    def handle_endtag(self, tag):
        if tag == 'template' and self.inert:
            self.inert -= 1

out = []
for page in json.load(sys.stdin):
    reader = Reader()
    reader.feed(page)
    reader.close()
    out.append(reader.found)
json.dump(out, sys.stdout)
";

/// Pieces of pages that both readers take alike.
const PIECES: &[&str] = &[
    "<img src=a.png>",
    "<IMG SRC='b c.png' alt=\"x>y\">",
    "<img alt='<img src=no>' src=\"d.png?e=1&amp;f=2\"/>",
    "<img src=g src=h>",
    "<img\tsrc = 'i' >",
    "<img alt src=j.png>",
    "<img src='http&#58;//k.example/'>",
    "<img src=''>",
    "<video src=l controls></video>",
    "<embed src=\u{4e2d}.swf>",
    "<form action='/m?n'><p></form>",
    "<script src=o.js></script>",
    "<script>if (a < b) { c = '<img src=no>'; }</script>",
    "<style>p > q { color: red }</style>",
    "<!-- <img src=no> -->",
    "<!doctype html>",
    "<template><img src=no></template>",
    "<p class=\"x\">text &lt;img src=no&gt; a < b</p>",
    "</div></p>",
    "\n",
    "\r\n",
    "\u{fc} text\n\n",
];

#[test]
fn pages_of_chance_are_read_alike() {
    let mut seed = 0x2545_f491_4f6c_dd1d_u64;
    let mut next = |most: usize| {
        seed ^= seed << 13;
        seed ^= seed >> 7;
        seed ^= seed << 17;
        usize::try_from(seed % most as u64).unwrap()
    };
    let pages: Vec<String> = (0..400)
        .map(|_| (0..30).map(|_| PIECES[next(PIECES.len())]).collect())
        .collect();
    let mut python = Command::new("python3")
        .args(["-c", READER])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("python3 is installed");
    let mut input = python.stdin.take().unwrap();
    input
        .write_all(&serde_json::to_vec(&pages).unwrap())
        .unwrap();
    drop(input);
    let output = python.wait_with_output().unwrap();
    let theirs: Vec<Vec<String>> = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(theirs.len(), pages.len());
    for (page, theirs) in pages.iter().zip(theirs) {
        let finds = html(page).finds.all;
        let ours: Vec<String> = finds
            .iter()
            .map(|found| format!("{} {}", found.at.line, found.text))
            .collect();
        assert_eq!(ours, theirs, "{page}");
    }
}
