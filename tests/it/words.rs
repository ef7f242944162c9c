//! Words: every id and fact has them in both languages, and no English is left in the Chinese.

mod convert;
mod downloads;
mod iis;
mod samples;
mod verdict;
mod ways;

use certwright::core::finding::{Finding, Id, Severity};
use certwright::core::progress::Stage;
use certwright::text::prose::spaced;
use certwright::text::{Lang, Phrase, fault, finding, kind, problem, progress};

/// Words that stay as they are in Chinese: names of programs, formats, commands and their flags.
const NAMES: &[&str] = &[
    "Bouncy Castle",
    "Certwright",
    "Example CA 3",
    "Conversions",
    "Default Web Site",
    "Export OpenSSH",
    "Microsoft",
    "Mozilla",
    "OpenSSL",
    "PuTTYgen",
    "PowerShell",
    "Windows",
];

/// Phrases that are the same in both languages: names, formats, languages by their own name.
const SAME: &[&str] = &[
    "app_name",
    "business_category_hint",
    "language_chinese",
    "language_english",
    "must_staple",
    "authority_domain_hint",
    "file_hint",
    "name_hint",
    "record_name_hint",
    "column_version",
    "connect_hint",
    "open_hint",
    "websocket",
    "websocket_hint",
];

/// Runs of three or more Latin words that are no command line and no allowed name.
pub fn english_runs(chinese: &str) -> Vec<String> {
    let mut text = chinese.to_owned();
    for name in NAMES {
        text = text.replace(name, "〇");
    }
    let is_command = |run: &str| {
        run.starts_with("openssl ")
            || run.starts_with("keytool ")
            || run.starts_with("certutil ")
            || run.starts_with("netsh ")
            || run.starts_with("ssh-keygen ")
            || run.starts_with("New-NetFirewallRule ")
            || run.starts_with("sudo ")
            || run.starts_with("BEGIN ")
            || run.starts_with("END ")
    };
    let mut runs = Vec::new();
    for part in text.split(|char: char| !(char.is_ascii_graphic() || char == ' ')) {
        let part = part.trim();
        let words = part
            .split(' ')
            .filter(|word| word.chars().all(|char| char.is_ascii_alphabetic()) && word.len() > 1);
        if words.count() >= 3 && !is_command(part) {
            runs.push(part.to_owned());
        }
    }
    runs
}

fn phrases() -> Vec<Phrase> {
    use certwright::text::convert::{label, lost, panel, password, snippet};
    use certwright::text::{cli, command, csr, guide, iis, ledger, window};
    [
        cli::ALL,
        cli::chain::ALL,
        cli::diagnose::ALL,
        cli::guide::ALL,
        cli::ledger::ALL,
        cli::csr::ALL,
        csr::made::ALL,
        cli::csr::advise::ALL,
        csr::names::ALL,
        command::ALL,
        csr::check::ALL,
        csr::form::ALL,
        csr::key::ALL,
        csr::make::ALL,
        csr::panel::ALL,
        certwright::text::diagnose::options::ALL,
        certwright::text::diagnose::panel::ALL,
        certwright::text::diagnose::served::ALL,
        guide::ALL,
        iis::window::ALL,
        label::ALL,
        ledger::panel::ALL,
        lost::ALL,
        panel::ALL,
        password::ALL,
        snippet::words::ALL,
        window::ALL,
    ]
    .concat()
}

pub fn check_chinese(what: &str, chinese: &str, faults: &mut Vec<String>) {
    for run in english_runs(chinese) {
        faults.push(format!("{what}: English: {run}"));
    }
    if spaced(chinese) != *chinese {
        faults.push(format!("{what}: spacing: {chinese}"));
    }
    // 申请 and 请求 are words for request.
    let tone = chinese.replace("申请", "").replace("请求", "");
    if tone.contains('请') || chinese.contains(['!', '！']) {
        faults.push(format!("{what}: tone: {chinese}"));
    }
}

#[test]
fn every_id_has_title_and_remedy_in_both_languages() {
    for id in Id::ALL {
        let (en, zh) = (finding::about(Lang::En, *id), finding::about(Lang::Zh, *id));
        let mut faults = Vec::new();
        for words in [en.title, en.remedy, zh.title, zh.remedy] {
            assert!(!words.trim().is_empty(), "{}", id.name());
        }
        assert!(
            en.title != zh.title && en.remedy != zh.remedy,
            "{}",
            id.name()
        );
        assert!(
            !en.title.ends_with('.') && !zh.title.ends_with('。'),
            "{}",
            id.name()
        );
        check_chinese(id.name(), zh.title, &mut faults);
        check_chinese(id.name(), zh.remedy, &mut faults);
        assert!(faults.is_empty(), "{faults:?}");
    }
}

#[test]
fn every_fact_is_said_in_both_languages() {
    let mut faults = Vec::new();
    let mut seen = std::collections::BTreeSet::new();
    for fact in samples::facts() {
        seen.insert(fact.id());
        for severity in [Severity::Info, Severity::Warning, Severity::Error] {
            let finding = Finding::new(fact.clone()).rated(severity);
            let (en, zh) = (
                finding::words(Lang::En, &finding),
                finding::words(Lang::Zh, &finding),
            );
            let name = format!("{:?}", finding.fact);
            if en.message == zh.message || en.why == zh.why || en.remedy == zh.remedy {
                faults.push(format!("{name}: not translated"));
            }
            if en.message.ends_with('.') || zh.message.ends_with('。') {
                faults.push(format!("{name}: full stop on the message"));
            }
            if !en.why.ends_with('.') || !zh.why.ends_with('。') {
                faults.push(format!(
                    "{name}: no full stop on the reason: {} {}",
                    en.why, zh.why
                ));
            }
            for words in [&en.message, &en.why, &en.remedy] {
                if words.trim().is_empty()
                    || words.contains("  ")
                    || words.contains("please")
                    || words.contains('!')
                {
                    faults.push(format!("{name}: tone: {words}"));
                }
            }
            for words in [&zh.message, &zh.why, &zh.remedy] {
                check_chinese(&name, words, &mut faults);
            }
        }
    }
    let unseen: Vec<&str> = Id::ALL
        .iter()
        .filter(|id| !seen.contains(id))
        .map(|id| id.name())
        .collect();
    assert!(unseen.is_empty(), "no sample of {unseen:?}");
    assert!(
        faults.is_empty(),
        "{} faults\n{}",
        faults.len(),
        faults.join("\n")
    );
}

#[test]
fn every_kind_that_is_not_opened_has_a_next_step_of_its_own() {
    let mut steps: Vec<String> = samples::not_opened()
        .into_iter()
        .map(|fact| finding::words(Lang::En, &Finding::new(fact)).remedy)
        .collect();
    let all = steps.len();
    steps.sort();
    steps.dedup();
    assert_eq!(steps.len(), all);
}

#[test]
fn every_phrase_differs_between_the_languages() {
    let mut faults = Vec::new();
    for (name, phrase) in phrases() {
        let (en, zh) = (phrase(Lang::En), phrase(Lang::Zh));
        let has_words = en.chars().any(|char| char.is_ascii_lowercase());
        if en == zh && has_words && !SAME.contains(&name) {
            faults.push(format!("{name}: {en}"));
        }
        for run in english_runs(zh) {
            faults.push(format!("{name}: English: {run}"));
        }
        if spaced(zh) != *zh {
            faults.push(format!("{name}: spacing: {zh}"));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn failures_faults_stages_and_kinds_have_words() {
    let mut faults = Vec::new();
    for failure in samples::failures() {
        let (en, zh) = (
            problem::explain(Lang::En, &failure),
            problem::explain(Lang::Zh, &failure),
        );
        assert!(
            !en.causes.is_empty() && !en.remedies.is_empty(),
            "{failure}"
        );
        assert_ne!(en.happened, zh.happened);
        for words in zh.causes.iter().chain(&zh.remedies) {
            check_chinese(failure.code(), words, &mut faults);
        }
    }
    for one in samples::file_faults() {
        let (why, remedy) = fault::explain(Lang::Zh, &one);
        check_chinese("fault", &why, &mut faults);
        check_chinese("fault", remedy, &mut faults);
    }
    for stage in [
        Stage::ReadingFiles,
        Stage::ReadingArchives,
        Stage::Recognising,
        Stage::TryingPasswords,
        Stage::DerivingKeys,
        Stage::Judging,
        Stage::Downloading,
        Stage::Writing,
        Stage::GeneratingKey,
        Stage::Signing,
    ] {
        assert_ne!(
            progress::stage(Lang::En, stage),
            progress::stage(Lang::Zh, stage)
        );
    }
    for kind in samples::KINDS {
        check_chinese("kind", kind::noun(Lang::Zh, *kind), &mut faults);
        check_chinese("kind", &kind::count(Lang::Zh, *kind, 2), &mut faults);
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn what_the_judgement_of_a_path_speaks_of_has_words() {
    use certwright::text::chain;
    use samples::path;
    fn both<T: Copy>(all: &[T], say: fn(Lang, T) -> &'static str) -> Vec<[&'static str; 2]> {
        let said = |one: &T| [say(Lang::En, *one), say(Lang::Zh, *one)];
        all.iter().map(said).collect()
    }
    let mut faults = Vec::new();
    for words in [
        both(&path::BREACHES, chain::constraint_breach),
        both(&path::CRL_FAULTS, chain::crl_fault),
        both(&path::NAME_FORMS, chain::name_form),
        both(&path::OPINION_GAPS, chain::opinion_gap),
        both(&path::REASONS, chain::revocation_reason),
        both(&path::USAGES, chain::usage),
        both(&path::WORK_LIMITS, chain::work_limit),
    ] {
        let distinct: std::collections::BTreeSet<_> = words.iter().collect();
        assert_eq!(distinct.len(), words.len(), "{words:?}");
        for [en, zh] in words {
            assert!(
                en != zh && !en.ends_with('.') && !zh.ends_with('。'),
                "{en}"
            );
            check_chinese(en, zh, &mut faults);
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn the_sample_sentences_of_the_look_are_said() {
    use certwright::core::finding::{ChainFact, KeyFact, KeyMissingCause, KeystoreFact, Kind};
    let said = |lang, fact: certwright::core::finding::Fact| {
        finding::words(lang, &Finding::new(fact)).message
    };
    let password = KeystoreFact::PasswordWrong {
        kind: Kind::Pfx,
        tried: 4,
        files: vec!["IIS/keystorePass.txt".into()],
        has_checksum: true,
    };
    assert_eq!(
        said(Lang::En, password.clone().into()),
        "The password in keystorePass.txt does not open the PFX file"
    );
    assert_eq!(
        said(Lang::Zh, password.into()),
        "keystorePass.txt 里的密码打不开这个 PFX 文件"
    );
    let missing = ChainFact::MissingIntermediate {
        issuer: "Example CA 3".into(),
        below: "shop.example.com".into(),
        download: None,
    };
    assert_eq!(
        said(Lang::En, missing.clone().into()),
        "The intermediate “Example CA 3” is missing"
    );
    assert_eq!(said(Lang::Zh, missing.into()), "缺少中间证书“Example CA 3”");
    let key = KeyFact::Missing {
        certificate: "shop.example.com".into(),
        cause: KeyMissingCause::CsrSupplied,
    };
    assert_eq!(
        said(Lang::En, key.clone().into()),
        "You supplied the CSR, so there is no private key here"
    );
    assert_eq!(said(Lang::Zh, key.into()), "CSR 由您提供，所以这里没有私钥");
}

#[test]
fn hostile_names_stay_names_in_sentences() {
    for fact in samples::hostile() {
        let finding = Finding::new(fact);
        for lang in Lang::ALL {
            let words = finding::words(lang, &finding);
            let all = format!("{}{}{}", words.message, words.why, words.remedy);
            assert!(
                !all.contains(['\u{1b}', '\u{202e}', '\n', '\u{200b}']),
                "{all:?}"
            );
            assert!(
                all.chars().count() < 2000,
                "{} characters",
                all.chars().count()
            );
        }
    }
}

#[test]
fn the_finder_of_english_finds_it() {
    assert_eq!(english_runs("证书 this was left over 文件").len(), 1);
    assert!(english_runs("用 openssl pkcs8 -topk8 -in old.key 转换").is_empty());
    assert!(english_runs("由 Certwright 读取 PFX 文件").is_empty());
}
