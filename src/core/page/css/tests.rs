//! Style sheets as people and attackers write them.

use super::css;

/// What was found, as `line:column use by text`.
fn told(text: &str) -> Vec<String> {
    let finds = css(text);
    let one =
        |found: &crate::core::page::Found| format!("{:?} {} {}", found.used, found.by, found.text);
    finds.all.iter().map(one).collect()
}

#[test]
fn addresses_are_found_however_they_are_written() {
    for (text, expected) in [
        ("a{background:url(x.png)}", vec!["Image url() x.png"]),
        ("a{background:URL( x.png )}", vec!["Image url() x.png"]),
        (
            "a{background:url(\n\t'x y.png'\n)}",
            vec!["Image url() x y.png"],
        ),
        (
            "a{background:url(\"x)y.png\")}",
            vec!["Image url() x)y.png"],
        ),
        (
            "a{b:url(a.png),url(b.png)}",
            vec!["Image url() a.png", "Image url() b.png"],
        ),
        ("a{b:u\\72l(x.png)}", vec!["Image url() x.png"]),
        ("a{b:\\75 rl(x.png)}", vec!["Image url() x.png"]),
        (
            "a{b:url(http:\\2f\\2f x.example/a)}",
            vec!["Image url() http://x.example/a"],
        ),
        (
            "a{b:url(http\\3a //x.example)}",
            vec!["Image url() http://x.example"],
        ),
        ("a{b:url(x\\)y)}", vec!["Image url() x)y"]),
        ("a{b:url('x\\\ny')}", vec!["Image url() xy"]),
        ("a{b:url('x\\'y')}", vec!["Image url() x'y"]),
        ("a{b:url('\\0 x')}", vec!["Image url() \u{fffd}x"]),
        ("a{b:url(x", vec!["Image url() x"]),
        ("a{b:url('x", vec!["Image url() x"]),
        ("a{b:url('x' /**/)}", vec!["Image url() x"]),
        ("a{b:src('x.png')}", vec!["Image src() x.png"]),
        (
            "a{b:image-set('a' 1x, url(b) 2x, 'c' type('image/png'))}",
            vec![
                "Image image-set() a",
                "Image url() b",
                "Image image-set() c",
            ],
        ),
        ("a{b:-webkit-image-set(url(a) 1x)}", vec!["Image url() a"]),
        ("background:url(x)", vec!["Image url() x"]),
        ("a{b:url()}", vec!["Image url() "]),
        ("@media print{a{b:url(x)}}", vec!["Image url() x"]),
        ("a{b:calc(1px*(2)) url(x)}", vec!["Image url() x"]),
    ] {
        assert_eq!(told(text), expected, "{text}");
    }
}

#[test]
fn imports_and_fonts_are_told_apart() {
    for (text, expected) in [
        ("@import 'a.css';", vec!["StyleSheet @import a.css"]),
        (
            "@IMPORT url(a.css) screen;",
            vec!["StyleSheet @import a.css"],
        ),
        (
            "@import url('a.css') layer(x) supports(display:grid);",
            vec!["StyleSheet @import a.css"],
        ),
        (
            "@import\"a.css\"screen;@import 'b.css'",
            vec!["StyleSheet @import a.css", "StyleSheet @import b.css"],
        ),
        (
            "@charset 'utf-8';@import 'a.css';",
            vec!["StyleSheet @import a.css"],
        ),
        (
            "@layer x;@import 'a.css';",
            vec!["StyleSheet @import a.css"],
        ),
        ("@imp\\6f rt 'a.css';", vec!["StyleSheet @import a.css"]),
        (
            "<!-- @import 'a.css'; -->",
            vec!["StyleSheet @import a.css"],
        ),
        ("a{}@import 'a.css';", vec![]),
        ("a{@import 'a.css';}", vec![]),
        (
            "@font-face{font-family:x;src:local('y'),url(a.woff2)format('woff2'),url(b)}",
            vec!["Font @font-face a.woff2", "Font @font-face b"],
        ),
        (
            "@font-face{src:url(a)}b{c:url(d)}",
            vec!["Font @font-face a", "Image url() d"],
        ),
        (
            "@media x{@font-face{src:url(a)}b{c:url(d)}}",
            vec!["Font @font-face a", "Image url() d"],
        ),
    ] {
        assert_eq!(told(text), expected, "{text}");
    }
}

#[test]
fn what_browsers_do_not_load_is_not_told() {
    for text in [
        "/* url(x) */",
        "a{/*b:url(x)*/}",
        "/* url(x)",
        "a{content:'url(x)'}",
        "a{content:\"a\\\"url(x)\"}",
        "@namespace svg url(http://www.w3.org/2000/svg);",
        "@namespace 'http://www.w3.org/1999/xhtml';",
        "@-moz-document url(http://x.example/) {}",
        "a{b:url(/**/ 'x')}",
        "a{b:url(x y)}",
        "a{b:url(x\"y)}",
        "a{b:url(x(y)}",
        "a{b:url('x\ny')}",
        "a{b:myurl(x)}",
        "a{b:url x}",
        "a{b:-url(x)}",
        "a{b:image('x')}",
        "@",
        "@ import 'x';",
        "\\",
        "",
        "\0\u{feff}}}}))",
    ] {
        assert_eq!(told(text), Vec::<String>::new(), "{text}");
    }
}

#[test]
fn places_are_counted_in_lines_and_letters() {
    let finds = css("/* \u{4e2d}\n */ a{\r\n b:url(x);\n c:url(\n'y')}");
    let places: Vec<(usize, usize)> = finds
        .all
        .iter()
        .map(|one| (one.at.line, one.at.column))
        .collect();
    assert_eq!(places, [(3, 4), (5, 1)]);
}

#[test]
fn a_sheet_of_nothing_but_openings_is_read_in_one_go() {
    for part in [
        "(",
        "{",
        "@import ",
        "url(",
        "'",
        "\\",
        "a(",
        "/*",
        "@font-face{",
    ] {
        let text = part.repeat(200_000);
        assert!(css(&text).all.len() <= 1, "{part}");
    }
}
