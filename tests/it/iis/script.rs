//! The PowerShell we write, judged by a grammar of PowerShell that is not ours.

use certwright::core::iis::plan::{BindingName, Fix, PlanFile, Wanted, make, suggest};
use certwright::core::iis::scan::{self, Scan};
use certwright::core::progress::Unwatched;
use certwright::platform::World;
use certwright::text::Lang;
use certwright::text::iis::script::{COLLECT, script};
use tree_sitter::{Node, Parser};

use super::made::{Server, now, site, web_03};

/// Lines that the grammar does not take for PowerShell.
fn faults(text: &str) -> Vec<String> {
    let mut parser = Parser::new();
    parser
        .set_language(&tree_sitter_powershell::LANGUAGE.into())
        .expect("the grammar");
    let tree = parser.parse(text, None).expect("parsed");
    let mut faults = Vec::new();
    visit(tree.root_node(), text, &mut faults);
    faults
}

fn visit(node: Node<'_>, text: &str, faults: &mut Vec<String>) {
    if node.is_error() || node.is_missing() {
        let line = node.start_position().row;
        faults.push(format!(
            "{}: {}",
            line + 1,
            text.lines().nth(line).unwrap_or_default()
        ));
        return;
    }
    let mut cursor = node.walk();
    for child in node.children(&mut cursor) {
        visit(child, text, faults);
    }
}

fn scripted(scan: &Scan, fixes: &[Fix], lang: Lang) -> String {
    let ground = scan.ground();
    let plan = make(&ground, fixes);
    let file = PlanFile::of(&plan, &scan.path, scan.sha256, &ground);
    let bytes = scan.source.encode(&scan.source.text).expect("bytes");
    let remade = file.remake(&bytes).expect("a configuration");
    script(lang, &file, &remade).expect("a script")
}

#[test]
fn the_judge_knows_wrong_from_right() {
    assert_eq!(
        faults("$a = @(1, 2)\r\nif ($a) { exit 2 }\r\n"),
        Vec::<String>::new()
    );
    assert!(!faults("$a = @(1, 2\r\nif ($a { exit 2 }\r\n").is_empty());
    assert!(!faults("Write-Output 'it's'\r\n").is_empty());
}

#[test]
fn the_collecting_script_is_powershell() {
    assert_eq!(faults(COLLECT), Vec::<String>::new());
}

#[test]
fn scripts_of_plans_are_powershell_in_both_languages() {
    let request = scan::Request {
        paths: vec![web_03()],
        time: Some(now()),
        ..scan::Request::default()
    };
    let world = World::new();
    let scan = scan::scan(&request, &world.env(), &Unwatched)
        .expect("a scan")
        .expect("not cancelled");
    let fixes = suggest(&scan, &Wanted::default());
    for lang in Lang::ALL {
        let text = scripted(&scan, &fixes, lang);
        assert_eq!(faults(&text), Vec::<String>::new(), "{text}");
        assert!(!text.contains("#="), "a place was left open: {text}");
    }
}

#[test]
fn no_name_of_a_site_becomes_a_command() {
    let names = [
        "it's",
        "a\"; Remove-Item C:\\ -Recurse; \"",
        "$(calc)",
        "`$env:x",
        "#> calc <#",
        "@'\n'@",
        "\u{2019}; calc; \u{2019}",
        "%PATH%",
        "a\u{202e}b",
        "店 & {calc}",
        "line\u{2028}calc",
    ];
    for name in names {
        let escaped = name
            .replace('&', "&amp;")
            .replace('"', "&quot;")
            .replace('<', "&lt;")
            .replace('\n', "&#10;");
        let scan = Server::of(&[site(&escaped, 1, &["https *:443:"])]).scan();
        let fix = Fix::GiveHost {
            binding: BindingName {
                site: name.into(),
                protocol: "https".into(),
                information: "*:443:".into(),
                nth: 0,
            },
            host: "shop.example.com".into(),
        };
        let text = scripted(&scan, &[fix], Lang::En);
        assert_eq!(faults(&text), Vec::<String>::new(), "{name:?}: {text}");
        // It stands in no line that is not a comment.
        let code = text.lines().filter(|line| !line.starts_with('#'));
        assert!(code.clone().all(|line| !line.contains("calc")), "{name:?}");
        assert!(
            code.clone().all(|line| !line.contains("Remove-Item C:")),
            "{name:?}"
        );
    }
}
