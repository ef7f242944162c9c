//! Pages as people and attackers write them.

use super::html;
use crate::core::page::{Found, Use};

/// What was found, as `use by text`.
fn told(text: &str) -> Vec<String> {
    let one = |found: &Found| {
        let used = match found.used {
            Use::Form { has_password: true } => "Form(password)".to_owned(),
            Use::Form { .. } => "Form".to_owned(),
            used => format!("{used:?}"),
        };
        format!("{used} {} {}", found.by, found.text)
    };
    html(text).finds.all.iter().map(one).collect()
}

#[test]
fn every_way_to_load_something_is_known() {
    for (text, expected) in [
        ("<script src=a.js></script>", "Script <script src> a.js"),
        (
            "<script src=a.js type=module></script>",
            "Script <script src> a.js",
        ),
        (
            "<script type='text/javascript' src=a.js></script>",
            "Script <script src> a.js",
        ),
        (
            "<link rel=stylesheet href=a.css>",
            "StyleSheet <link rel=stylesheet> a.css",
        ),
        (
            "<link rel='alternate StyleSheet' href=a.css>",
            "StyleSheet <link rel=stylesheet> a.css",
        ),
        (
            "<link rel='shortcut icon' href=a.ico>",
            "Image <link rel=icon> a.ico",
        ),
        (
            "<link rel=preload as=font href=a>",
            "Other <link rel=preload> a",
        ),
        (
            "<link rel=preload as=image href=a>",
            "Image <link rel=preload> a",
        ),
        (
            "<link rel=modulepreload href=a>",
            "Script <link rel=modulepreload> a",
        ),
        ("<link rel=manifest href=a>", "Other <link rel=manifest> a"),
        ("<img src=a>", "Image <img src> a"),
        ("<audio src=a>", "Media <audio src> a"),
        ("<video src=a>", "Media <video src> a"),
        ("<video poster=a>", "Image <video poster> a"),
        ("<video><source src=a></video>", "Media <source src> a"),
        ("<track src=a>", "Other <track src> a"),
        ("<iframe src=a></iframe>", "Frame <iframe src> a"),
        ("<frameset><frame src=a></frameset>", "Frame <frame src> a"),
        ("<embed src=a>", "Plugin <embed src> a"),
        ("<object data=a></object>", "Plugin <object data> a"),
        ("<input type=image src=a>", "Image <input src> a"),
        ("<body background=a>", "Image <body background> a"),
        ("<td background=a>", "Image <table background> a"),
        ("<svg><image href=a /></svg>", "Image <image href> a"),
        ("<svg><image xlink:href=a /></svg>", "Image <image href> a"),
        ("<svg><use xlink:href=a#b /></svg>", "Other <use href> a#b"),
        ("<p style='background:url(a)'>", "Image url() a"),
        ("<p style='background:url(&quot;a&quot;)'>", "Image url() a"),
        ("<style>@import 'a';</style>", "StyleSheet @import a"),
        ("<style>p>a{b:url(a)}", "Image url() a"),
        (
            "<template shadowrootmode=open><img src=a></template>",
            "Image <img src> a",
        ),
        ("<template><p></template><img src=a>", "Image <img src> a"),
    ] {
        assert_eq!(told(text), [expected], "{text}");
    }
}

#[test]
fn where_a_page_leads_is_known() {
    for (text, expected) in [
        ("<form action=a>", "Form <form action> a"),
        ("<button formaction=a>", "Form <button formaction> a"),
        ("<a href=a download>", "Download <a href> a"),
        (
            "<a href=http://x.example/a.EXE?b=c.html#d>",
            "Download <a href> http://x.example/a.EXE?b=c.html#d",
        ),
        (
            "<meta http-equiv=Refresh content='5; URL=a'>",
            "Refresh <meta http-equiv=refresh> a",
        ),
        (
            "<meta http-equiv=refresh content=\"0;url='a'b\">",
            "Refresh <meta http-equiv=refresh> a",
        ),
        (
            "<meta http-equiv=refresh content='0, a'>",
            "Refresh <meta http-equiv=refresh> a",
        ),
    ] {
        assert_eq!(told(text), [expected], "{text}");
    }
}

#[test]
fn attributes_are_read_however_they_are_written() {
    for (text, expected) in [
        ("<IMG SRC=A>", "A"),
        ("<img/src=a/b>", "a/b"),
        ("<img\nsrc\n=\n'a'>", "a"),
        ("<img alt='<img src=x>' src=a>", "a"),
        ("<img src=a src=b>", "a"),
        ("<img src=\"a?b=1&amp;c=2\">", "a?b=1&c=2"),
        ("<img src=\"a?b=1&copy=2\">", "a?b=1&copy=2"),
        ("<img src='h&#116;tp&colon;//x'>", "http://x"),
        ("<img src='http&#x3a;//x'>", "http://x"),
        ("<img src='a b'>", "a b"),
        ("<img src=' a '>", " a "),
        ("<img src='\u{4e2d}.png'>", "\u{4e2d}.png"),
        ("<img src=a\0b>", "a\u{fffd}b"),
        ("<img src=a<b>", "a<b"),
        ("<p a=b\"c' src=x><img src=a>", "a"),
        ("<![CDATA[ <b> ]]><img src=a>", "a"),
        ("<!-->\u{20}<img src=a>", "a"),
        ("<!--x--!><img src=a>", "a"),
        ("<?php echo ?><img src=a>", "a"),
        ("</p x='<i>'><img src=a>", "a"),
        ("<textarea></textarea><img src=a>", "a"),
        ("<script>if(a<b)'<!--'</script><img src=a>", "a"),
    ] {
        let found = html(text).finds.all;
        let texts: Vec<&str> = found.iter().map(|one| one.text.as_str()).collect();
        assert_eq!(texts, [expected], "{text}");
    }
}

#[test]
fn what_browsers_do_not_load_is_not_told() {
    for text in [
        "<!-- <img src=a> -->",
        "<!-- <img src=a>",
        "<!--[if IE]><script src=a></script><![endif]-->",
        "<noscript><img src=a></noscript>",
        "<template><img src=a><template></template><img src=b></template>",
        "<template><style>p{a:url(b)}</style></template>",
        "<noframes><img src=a></noframes>",
        "<textarea><img src=a></textarea>",
        "<title><img src=a></title>",
        "<script>document.write('<img src=a>')</script>",
        "<script type='application/ld+json' src=a></script>",
        "<script nomodule src=a></script>",
        "<iframe><img src=a></iframe>",
        "<xmp><img src=a></xmp>",
        "<plaintext><img src=a>",
        "<link rel=canonical href=a>",
        "<link rel=alternate href=a>",
        "<link rel='dns-prefetch preconnect' href=a>",
        "<link href=a>",
        "<a href=a>",
        "<a href=http://x.example>",
        "<a href=http://example.sh>",
        "<a href=a.html>",
        "<input src=a>",
        "<picture><source src=a></picture>",
        "<meta http-equiv=refresh content=5>",
        "<meta name=x content='url=a'>",
        "<img src=a",
        "<img data-src=a>",
        "&lt;img src=a&gt;",
        "<\0img src=a>",
        "< img src=a>",
        "",
    ] {
        assert_eq!(told(text), Vec::<String>::new(), "{text}");
    }
}

#[test]
fn images_to_choose_from_are_told_from_single_ones() {
    assert_eq!(
        told("<img src=a srcset='b 1x, c 2x'>"),
        [
            "ImageSet <img src> a",
            "ImageSet <img srcset> b",
            "ImageSet <img srcset> c"
        ]
    );
    assert_eq!(
        told("<picture><source srcset='a,b 2x'><img src=c></picture><img src=d>"),
        [
            "ImageSet <source srcset> a,b",
            "ImageSet <img src> c",
            "Image <img src> d"
        ]
    );
    assert_eq!(
        told("<link rel=preload as=image imagesrcset='a 1x'>"),
        ["ImageSet <link imagesrcset> a"]
    );
}

#[test]
fn a_password_counts_for_every_target_of_its_form() {
    assert_eq!(
        told("<form action=a><input type=Password><button formaction=b></form><form action=c>"),
        [
            "Form(password) <form action> a",
            "Form(password) <button formaction> b",
            "Form <form action> c"
        ]
    );
    assert_eq!(
        told("<input type=password><form action=a>"),
        ["Form <form action> a"]
    );
}

#[test]
fn base_and_policy_are_read() {
    let page = html(
        "<base target=_top><base href='http://a.example/'><base href=b><meta http-equiv='Content-Security-Policy' content='upgrade-insecure-requests'>",
    );
    assert_eq!(page.base.as_deref(), Some("http://a.example/"));
    assert!(page.policy.upgrades && !page.policy.blocks_all);
    assert_eq!(html("<!--<base href=a>-->").base, None);
}

#[test]
fn places_are_counted_in_lines_and_letters() {
    let page = html(
        "<p>\u{4e2d}\r\n <img alt=''\n src=a><style>\r\n\r\np{a:url(b)}</style>\n<i style='a:b;\nc:url(d)'>\n<img src=e>",
    );
    let places: Vec<(usize, usize)> = page
        .finds
        .all
        .iter()
        .map(|one| (one.at.line, one.at.column))
        .collect();
    assert_eq!(places, [(3, 2), (5, 5), (7, 3), (8, 6)]);
}

#[test]
fn pages_that_mean_harm_are_read_in_one_go() {
    let long = "x".repeat(2 << 20);
    let many: String = (0..200_000).map(|number| format!(" a{number}=b")).collect();
    for (text, most) in [
        ("<img src=a>".repeat(50_000), 20_000),
        ("<div>".repeat(200_000), 0),
        ("<template>".repeat(400_000), 0),
        ("<".repeat(1 << 20), 0),
        ("<!--".repeat(1 << 18), 0),
        ("<style>".repeat(500_000), 0),
        (format!("<img src='{long}'>"), 1),
        (format!("<{long} src=a>"), 0),
        (format!("<img {many} src=a>"), 1),
        ("\0".repeat(1 << 20), 0),
        (
            "<form action=a><input type=password>".repeat(50_000),
            20_000,
        ),
        ("<input type=password>".repeat(150_000), 0),
        (format!("<img srcset='{}'>", "a ,".repeat(1 << 17)), 20_000),
    ] {
        let page = html(&text);
        assert!(page.finds.all.len() <= most, "{}", page.finds.all.len());
    }
}

#[test]
fn pages_of_chance_are_read_to_their_end() {
    const PIECES: &[&str] = &[
        "<",
        ">",
        "</",
        "/>",
        "<!--",
        "-->",
        "--!>",
        "<![CDATA[",
        "]]>",
        "<img ",
        "src=",
        "'",
        "\"",
        "=",
        " ",
        "\n",
        "\r",
        "\0",
        "&#x",
        "&amp",
        ";",
        "a",
        "<style>",
        "</style>",
        "url(",
        ")",
        "@import",
        "\\",
        "/*",
        "*/",
        "{",
        "}",
        "<template>",
        "</template>",
        "<base href=",
        "srcset=",
        ",",
        "<script",
        "</script>",
        "\u{4e2d}",
        "\u{feff}",
        "<meta http-equiv=refresh content=",
        "0;url=",
        "<form action=x>",
        "<input type=password>",
        "<?",
        "<!doctype",
        "\u{1f600}",
        "xlink:href=",
        "style=",
    ];
    let mut seed = 0x2545_f491_4f6c_dd1d_u64;
    for _ in 0..3_000 {
        let mut page = String::new();
        for _ in 0..40 {
            seed ^= seed << 13;
            seed ^= seed >> 7;
            seed ^= seed << 17;
            let at = usize::try_from(seed % PIECES.len() as u64).unwrap();
            page.push_str(PIECES[at]);
        }
        let read = html(&page);
        let ends = page.matches(['\n', '\r']).count();
        let mut places = read.finds.all.iter().map(|found| found.at);
        assert!(places.all(|at| at.line <= ends + 1), "{page:?}");
        crate::core::page::css(&page);
    }
}

#[test]
fn nothing_in_svg_hides_the_rest_of_the_page() {
    let found = ["Script <script src> a"];
    for before in [
        "<svg><title/><path/></svg>",
        "<svg><style/></svg>",
        "<svg><script href=b /></svg>",
        "<svg><title>x</title></svg>",
        "<svg><foreignObject><style>x{}</style></foreignObject></svg>",
        "<svg><path><p>",
        "<math><mtext><title>x</title></mtext></math>",
        "<style></style>",
        "<title><script src=b></title>",
    ] {
        let page = format!("{before}<script src=a></script>");
        let told = told(&page);
        let told: Vec<&str> = told.iter().map(String::as_str).collect();
        assert_eq!(told.last(), found.last(), "{before}: {told:?}");
        assert!(!told.contains(&"Script <script src> b"), "{before}");
    }
}
