//! Words of plans, refusals and faults of IIS.

use std::collections::BTreeSet;

use certwright::core::env::HostFault as SystemFault;
use certwright::core::finding::IisFact;
use certwright::core::iis::config::ConfigFault;
use certwright::core::iis::flags::SslFlag;
use certwright::core::iis::version::IisVersion;
use certwright::text::Lang;
use certwright::text::iis::{fault, flag, refusal, step, version, window};
use certwright::text::problem::Problem;

use super::check_chinese;
use super::samples::iis::at;
use super::samples::iis::plan::{config_faults, fixes, number_of, refusals};

pub fn both<T>(say: impl Fn(Lang) -> T) -> [T; 2] {
    [say(Lang::En), say(Lang::Zh)]
}

pub fn check_pair([en, zh]: [&str; 2], faults: &mut Vec<String>) {
    if en == zh || en.is_empty() || en.contains("  ") || en.contains('!') || en.contains("please") {
        faults.push(format!("{en} / {zh}"));
    }
    check_chinese(en, zh, faults);
}

fn check_problem([en, zh]: [Problem; 2], faults: &mut Vec<String>) {
    assert!(!en.happened.ends_with('.') && !zh.happened.ends_with('。'));
    check_pair([&en.happened, &zh.happened], faults);
    assert_eq!(en.causes.len(), zh.causes.len());
    assert_eq!(en.remedies.len(), zh.remedies.len());
    for (en, zh) in en.causes.iter().zip(&zh.causes) {
        check_pair([en, zh], faults);
    }
    for (en, zh) in en.remedies.iter().zip(&zh.remedies) {
        check_pair([en, zh], faults);
    }
}

#[test]
fn every_refusal_has_its_own_reason_and_remedy_in_both_languages() {
    let mut faults = Vec::new();
    let mut seen = BTreeSet::new();
    for sample in refusals("shop") {
        seen.insert(number_of(&sample));
        let [en, zh] = both(|lang| refusal::refusal(lang, &sample));
        check_pair([&en.0, &zh.0], &mut faults);
        check_pair([&en.1, &zh.1], &mut faults);
        for (en, zh) in [(&en.0, &zh.0), (&en.1, &zh.1)] {
            assert!(en.ends_with('.') && zh.ends_with('。'), "{en} {zh}");
        }
    }
    assert_eq!(seen.len(), 19);
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn faults_of_the_file_say_line_and_column() {
    let mut faults = Vec::new();
    for kind in config_faults("UTF-7") {
        let fault_here = ConfigFault {
            line: 12,
            column: 3,
            kind,
        };
        let told = both(|lang| fault::config_fault(lang, "applicationHost.config", &fault_here));
        assert!(
            told[0].happened.contains("line 12, column 3"),
            "{}",
            told[0].happened
        );
        assert!(
            told[1].happened.contains("第 12 行，第 3 列"),
            "{}",
            told[1].happened
        );
        check_problem(told, &mut faults);
    }
    for system in [
        SystemFault::NotWindows,
        SystemFault::NotInstalled,
        SystemFault::Denied,
        SystemFault::Other("0x80070005".to_owned()),
    ] {
        check_problem(both(|lang| fault::system_fault(lang, &system)), &mut faults);
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn headings_flags_and_counts_are_said_in_both_languages() {
    let mut faults = Vec::new();
    for fix in fixes("shop", "*:443:") {
        let [en, zh] = both(|lang| step::step(lang, &fix));
        assert!(!en.ends_with('.') && !zh.ends_with('。'), "{en}");
        check_pair([&en, &zh], &mut faults);
    }
    let first = fixes("shop", "*:443:").swap_remove(0);
    assert_eq!(
        step::step(Lang::En, &first),
        "Give shop the host name shop.example.com"
    );
    for one in SslFlag::ALL {
        check_pair(both(|lang| flag::flag(lang, *one)), &mut faults);
    }
    assert_eq!(
        version::version(Lang::Zh, IisVersion::V8_5),
        "IIS 8.5 (Windows Server 2012 R2)"
    );
    for count in [0, 1, 2, 18] {
        for told in [
            both(|lang| window::plan_sentence(lang, count, 2, count)),
            both(|lang| window::without_answer(lang, count)),
            both(|lang| window::more_steps(lang, count)),
            both(|lang| window::at_line(lang, "a.config", count as u32)),
            both(|lang| window::repairable(lang, count)),
            both(|lang| window::mark_repairable(lang, count)),
            both(|lang| window::all(lang, count)),
            both(|lang| window::only(lang, count)),
            both(|lang| window::marked(lang, count)),
            both(|lang| window::plan_tab(lang, count)),
            both(|lang| window::counts(lang, count, 3, Some(count))),
            both(|lang| window::not_covered(lang, count)),
            both(|lang| window::cover_unknown(lang, count)),
            both(|lang| window::conflicts(lang, count)),
            both(|lang| window::applied(lang, count)),
            both(|lang| window::old_file(lang, "a.bak")),
            both(|lang| window::undone(lang, "0123456789ab")),
            both(|lang| window::apply_question(lang, "a.config")),
        ] {
            check_pair([&told[0], &told[1]], &mut faults);
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn hostile_names_stay_names_in_plans_and_refusals() {
    let long = "x".repeat(1_000_000);
    for name in [
        "\u{1b}[31mred",
        "\u{202e}desrever",
        "two\nlines",
        "zero\u{200b}width",
        long.as_str(),
    ] {
        for lang in Lang::ALL {
            let mut all = String::new();
            for fix in fixes(name, name) {
                all.push_str(&step::step(lang, &fix));
            }
            for sample in refusals(name) {
                let (why, remedy) = refusal::refusal(lang, &sample);
                all.push_str(&(why + &remedy));
            }
            for kind in config_faults(name) {
                let fault_here = ConfigFault {
                    line: 1,
                    column: 1,
                    kind,
                };
                let told = fault::config_fault(lang, name, &fault_here);
                all.push_str(&told.happened);
                all.extend(told.causes);
            }
            all.push_str(&window::old_file(lang, name));
            all.push_str(&window::apply_question(lang, name));
            assert!(
                !all.contains(['\u{1b}', '\u{202e}', '\n', '\u{200b}']),
                "{all:?}"
            );
            assert!(all.chars().count() < 80_000);
        }
    }
}

#[test]
fn the_words_fit_what_was_seen() {
    use certwright::core::finding::{Finding, Severity};
    use certwright::text::finding::words;
    let said = |lang, fact: IisFact, severity| {
        let finding = Finding::new(fact).rated(severity);
        words(lang, &finding)
    };
    let host_missing = |named, sharing| IisFact::HostMissing {
        at: at("shop"),
        named,
        sharing,
    };
    let alone = said(Lang::En, host_missing(0, 0), Severity::Info);
    assert_eq!(alone.message, "“shop” answers for every name on *:443");
    assert!(alone.why.contains("greys the field out"), "{}", alone.why);
    let sharing = said(Lang::En, host_missing(3, 2), Severity::Error);
    assert!(
        sharing.why.contains("3 https bindings with host names"),
        "{}",
        sharing.why
    );
    assert_ne!(alone.remedy, sharing.remedy);
    let zh = said(Lang::Zh, host_missing(0, 0), Severity::Info);
    assert_eq!(zh.message, "“shop”在 *:443 上响应所有主机名");
    let broken = IisFact::KeyBroken {
        at: at("shop"),
        certificate: "shop.example.com".into(),
        serial: Some("03a1".into()),
    };
    let broken = said(Lang::En, broken, Severity::Error);
    assert!(
        broken.remedy.contains("certutil -repairstore my 03a1"),
        "{}",
        broken.remedy
    );
    let deep = IisFact::CertificateWrongName {
        at: at("shop"),
        host: "a.b.example.com".into(),
        certificate: "*.example.com".into(),
        names: vec!["*.example.com".to_owned()],
        too_deep: Some("*.example.com".into()),
    };
    let deep = said(Lang::En, deep, Severity::Error);
    assert!(deep.why.contains("one label only"), "{}", deep.why);
}
