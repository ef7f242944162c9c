//! The ways to make a change of IIS by hand, and the commands among them.

use certwright::core::iis::binding::Endpoint;
use certwright::core::iis::config::{Binding, FlagsWritten, Span};
use certwright::core::iis::flags::SslFlags;
use certwright::core::iis::plan::{BindingAt, BindingName, Change, Fix, Step};
use certwright::core::iis::version::IisVersion;
use certwright::text::Lang;
use certwright::text::iis::way::{Way, WayKind, ways};

use super::check_chinese;
use super::iis::{both, check_pair};
use super::samples::iis::plan::{binding_name, fixes};

fn before(information: &str) -> Binding {
    let span = Span { start: 0, end: 0 };
    Binding {
        protocol: "https".into(),
        information: information.into(),
        endpoint: Some(Endpoint::parse(information)),
        flags: FlagsWritten::Known(SslFlags(0)),
        span,
        information_span: Some(span),
        flags_span: None,
        line: 12,
    }
}

fn step_of(fix: Fix) -> Step {
    Step {
        number: 0,
        fix,
        at: BindingAt {
            site: 0,
            binding: 0,
        },
        line: 12,
        changes: vec![Change {
            old: Some("old".to_owned()),
            new: Some("new".to_owned()),
        }],
        information: None,
        new_flags: 0,
        entry: None,
    }
}

fn ways_of(lang: Lang, fix: Fix, information: &str, version: Option<IisVersion>) -> Vec<Way> {
    ways(lang, &step_of(fix), &before(information), version)
}

#[test]
fn ways_are_chosen_by_the_version() {
    let give = || fixes("Default Web Site", "*:443:").swap_remove(0);
    let kinds = |version| -> Vec<WayKind> {
        let ways = ways_of(Lang::En, give(), "*:443:", version);
        assert_eq!(ways.iter().filter(|way| way.is_recommended).count(), 1);
        assert!(ways.first().is_some_and(|way| way.is_recommended));
        ways.iter().map(|way| way.kind).collect()
    };
    use WayKind::{Appcmd, File, FriendlyName, Manager, PowerShell};
    assert_eq!(
        kinds(Some(IisVersion::V7_0)),
        [Appcmd, File, FriendlyName],
        "7.0 has no WebAdministration"
    );
    assert_eq!(
        kinds(Some(IisVersion::V7_5)),
        [Appcmd, File, PowerShell, FriendlyName]
    );
    assert_eq!(
        kinds(Some(IisVersion::V10_2019)),
        [Manager, Appcmd, File, PowerShell]
    );
    assert_eq!(kinds(None), [Appcmd, Manager, File, PowerShell]);
    let mut faults = Vec::new();
    for version in [None, Some(IisVersion::V7_5), Some(IisVersion::V10_2022)] {
        for fix in fixes("shop", "*:443:") {
            let [en, zh] = both(|lang| ways_of(lang, fix.clone(), "*:443:", version));
            assert_eq!(en.len(), zh.len());
            for (en, zh) in en.iter().zip(&zh) {
                assert_eq!(en.command, zh.command);
                check_pair([&en.reason, &zh.reason], &mut faults);
                check_chinese("way", en.kind.label(Lang::Zh), &mut faults);
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn commands_change_the_binding_that_is_there() {
    let command = |fix, information: &str, kind| {
        let ways = ways_of(Lang::En, fix, information, Some(IisVersion::V10_2019));
        ways.into_iter()
            .find(|way| way.kind == kind)
            .and_then(|way| way.command)
    };
    let all = |information: &str| fixes("shop", information);
    let [give, sni, _, _, go, remove, add, _] =
        <[Fix; 8]>::try_from(all("*:443:")).expect("eight wishes");
    let appcmd = |fix: &Fix| command(fix.clone(), "*:443:", WayKind::Appcmd).expect("command");
    let script = |fix: &Fix| command(fix.clone(), "*:443:", WayKind::PowerShell).expect("command");
    let start = "%windir%\\system32\\inetsrv\\appcmd.exe set site \"/site.name:shop\"";
    let old = "bindings.[protocol='https',bindingInformation='*:443:'";
    assert_eq!(
        appcmd(&give),
        format!("{start} \"/{old}].bindingInformation:*:443:shop.example.com\"")
    );
    assert_eq!(appcmd(&sni), format!("{start} \"/{old}].sslFlags:1\""));
    assert_eq!(
        appcmd(&go),
        format!("{start} \"/{old}].bindingInformation:*:8443:\"")
    );
    assert_eq!(appcmd(&remove), format!("{start} \"/-{old}]\""));
    let load = "Import-Module WebAdministration; ";
    assert_eq!(
        script(&give),
        format!(
            "{load}Set-WebBinding -Name 'shop' -BindingInformation '*:443:' -PropertyName HostHeader -Value 'shop.example.com'"
        )
    );
    assert_eq!(
        script(&sni),
        format!(
            "{load}Set-WebBinding -Name 'shop' -BindingInformation '*:443:' -PropertyName sslFlags -Value '1'"
        )
    );
    assert_eq!(
        script(&remove),
        format!(
            "{load}Remove-WebBinding -Name 'shop' -Protocol 'https' -BindingInformation '*:443:'"
        )
    );
    let add = |kind| command(add.clone(), "*:80:a.example", kind).expect("command");
    assert_eq!(
        add(WayKind::Appcmd),
        format!(
            "{start} \"/+bindings.[protocol='https',bindingInformation='*:443:a.example',sslFlags='1']\""
        )
    );
    assert_eq!(
        add(WayKind::PowerShell),
        format!(
            "{load}New-WebBinding -Name 'shop' -Protocol 'https' -IPAddress '*' -Port 443 -HostHeader 'a.example' -SslFlags 1"
        )
    );
    // Two parts at once are beyond Set-WebBinding, and a second binding written alike beyond every command.
    let both_parts = Fix::Move {
        binding: binding_name("shop", "*:443:"),
        information: "*:8443:a.example".into(),
    };
    assert_eq!(command(both_parts, "*:443:", WayKind::PowerShell), None);
    let second = Fix::Remove {
        binding: BindingName {
            nth: 1,
            ..binding_name("shop", "*:443:")
        },
    };
    for kind in [WayKind::Appcmd, WayKind::PowerShell] {
        assert_eq!(command(second.clone(), "*:443:", kind), None);
    }
}

#[test]
fn hostile_sites_get_no_command_that_acts() {
    for site in [
        "it's",
        "a\" & calc & \"",
        "%PATH%",
        "!PATH!",
        "$(calc)",
        "`calc`",
        "a]'/commit:x",
        "[a-z]*",
        "a,name='b'",
        "\u{2019}; calc #",
        "two\nlines",
        "\u{202e}moc",
        " blank",
        "back\\",
        "a;b",
        "",
    ] {
        for version in [None, Some(IisVersion::V7_5), Some(IisVersion::V10_2025)] {
            for fix in fixes(site, "*:443:") {
                for way in ways_of(Lang::En, fix, "*:443:", version) {
                    let Some(command) = way.command else {
                        continue;
                    };
                    assert_eq!(way.kind, WayKind::PowerShell, "{command}");
                    assert!(
                        !command.contains(['"', '`', '\n', '\u{202e}', '[', '?']),
                        "{command}"
                    );
                    assert_eq!(literals_open(&command), 0, "{command}");
                }
            }
        }
    }
}

/// Reads single-quoted strings as PowerShell does and returns what is left open; outside of them only
/// what the commands are made of may stand.
fn literals_open(command: &str) -> usize {
    let is_quote = |char| matches!(char, '\'' | '\u{2018}'..='\u{201b}');
    let mut chars = command.chars().peekable();
    let mut is_open = false;
    let mut semicolons = 0;
    while let Some(char) = chars.next() {
        match (is_open, is_quote(char)) {
            (true, true) if chars.peek().copied().is_some_and(is_quote) => drop(chars.next()),
            (_, true) => is_open = !is_open,
            (false, false) => {
                semicolons += usize::from(char == ';');
                assert!(
                    char.is_ascii_alphanumeric() || " -;".contains(char),
                    "{char} acts in {command}"
                );
            }
            (true, false) => {}
        }
    }
    assert_eq!(semicolons, 1, "{command}");
    usize::from(is_open)
}
