//! A ticket as one page without anything from elsewhere: no script, no picture, made to be printed.

use super::{Block, Part};
use crate::text::Lang;
use crate::text::foreign::html_of_shown as html;

const STYLE: &str = "body{font:15px/1.5 sans-serif;max-width:52em;margin:2em auto;padding:0 1em}\
h1{font-size:1.4em}h2{font-size:1.1em;margin-top:1.6em;border-bottom:thin solid}\
table{border-collapse:collapse;margin:.5em 0}th,td{text-align:left;vertical-align:top;padding:.25em .8em .25em 0;\
border-bottom:thin dotted;overflow-wrap:anywhere}pre{border-left:.2em solid;padding:.3em .8em;white-space:pre-wrap;\
overflow-wrap:anywhere}@media print{body{margin:0;max-width:none}}";

/// The whole page.
pub fn page(lang: Lang, title: &str, parts: &[Part]) -> String {
    let title = html(title);
    let tag = lang.pick("en", "zh-CN");
    let mut out = format!(
        "<!DOCTYPE html>\n<html lang=\"{tag}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src &#39;none&#39;; style-src &#39;unsafe-inline&#39;\">\n\
         <title>{title}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n<h1>{title}</h1>\n"
    );
    for part in parts {
        out.push_str(&format!("<h2>{}</h2>\n", html(&part.heading)));
        for block in &part.blocks {
            write(block, &mut out);
        }
    }
    out.push_str("</body>\n</html>\n");
    out
}

fn write(block: &Block, out: &mut String) {
    match block {
        Block::Text(text) => out.push_str(&format!("<p>{}</p>\n", html(text))),
        Block::Item(head, more) => {
            let (head, more) = (html(head), html(more));
            out.push_str(&format!("<p><strong>{head}</strong><br>{more}</p>\n"));
        }
        Block::Table(rows) => table(rows, out),
        Block::Copy(lines) => {
            let lines: Vec<String> = lines.iter().map(|line| html(line)).collect();
            out.push_str(&format!("<pre>{}</pre>\n", lines.join("\n")));
        }
    }
}

fn table(rows: &[Vec<String>], out: &mut String) {
    out.push_str("<table>\n");
    for (index, row) in rows.iter().enumerate() {
        let tag = if index == 0 { "th" } else { "td" };
        let cells: String = row
            .iter()
            .map(|cell| format!("<{tag}>{}</{tag}>", html(cell)))
            .collect();
        out.push_str(&format!("<tr>{cells}</tr>\n"));
    }
    out.push_str("</table>\n");
}
