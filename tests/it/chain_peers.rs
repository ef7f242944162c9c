//! `chain` beside `openssl verify`: one rule of RFC 5280 a case, from `tests/fixtures/chain/cases.json`.
//! Where a case says that openssl differs, the RFC's answer counts; what the RFC leaves open may end either way.

use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use certwright::core::time::Moment;
use serde::Deserialize;
use serde_json::Value;

use crate::support::{NOW, fixture};

const PROGRAM: &str = env!("CARGO_BIN_EXE_certwright-cli");

/// No case may keep a user waiting, the large ones included.
const PATIENCE: Duration = Duration::from_secs(30);

/// One line of a table of cases; paths are relative to the table's folder.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    name: String,
    leaf: PathBuf,
    #[serde(default)]
    untrusted: Vec<PathBuf>,
    #[serde(default = "root")]
    trust: PathBuf,
    #[serde(default)]
    crls: Vec<PathBuf>,
    #[serde(default = "now")]
    time: String,
    #[serde(default)]
    flags: Flags,
    /// What openssl said when the table was made.
    openssl: bool,
    expect: Verdict,
    reason: String,
    rfc: String,
    differs: Option<String>,
    open: Option<String>,
    /// Section with a rule for issuers that is broken, though the path holds.
    form: Option<String>,
    /// Saying that it cannot be read will do.
    #[serde(default)]
    malformed: bool,
    #[serde(default)]
    openssl_options: Vec<String>,
}

#[derive(Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct Flags {
    host: Option<String>,
    ip: Option<String>,
    usage: Usage,
    policies: Vec<String>,
    require_policy: bool,
    inhibit_any_policy: bool,
    inhibit_policy_mapping: bool,
    max_depth: Option<u32>,
}

#[derive(Clone, Copy, Default, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Usage {
    #[default]
    Any,
    Client,
    Server,
}

#[derive(Clone, Copy, Debug, Deserialize, Eq, PartialEq)]
#[serde(rename_all = "lowercase")]
enum Verdict {
    Invalid,
    Valid,
}

fn root() -> PathBuf {
    PathBuf::from("certs/root.pem")
}

fn now() -> String {
    NOW.to_owned()
}

/// What `certwright-cli chain` answered.
enum Answer {
    Said(Verdict),
    /// Exit code 2: it could not do it.
    CouldNot,
    /// Anything that is no answer: a crash, no document, an exit code beside the verdict.
    Broken(String),
}

/// `openssl verify`, with revocation as soon as there are lists.
fn ask_openssl(folder: &Path, case: &Case) -> Verdict {
    let flags = &case.flags;
    let mut command = Command::new("openssl");
    let at = Moment::parse(&case.time).unwrap().0;
    let purpose = match flags.usage {
        Usage::Any => "any",
        Usage::Client => "sslclient",
        Usage::Server => "sslserver",
    };
    command.args(["verify", "-attime", &at.to_string(), "-purpose", purpose]);
    command.args(["-auth_level", "0", "-no-CApath", "-no-CAstore"]);
    command.arg("-CAfile").arg(folder.join(&case.trust));
    for file in &case.untrusted {
        command.arg("-untrusted").arg(folder.join(file));
    }
    if !case.crls.is_empty() {
        command.args(["-crl_check_all", "-extended_crl", "-use_deltas"]);
    }
    for file in &case.crls {
        command.arg("-CRLfile").arg(folder.join(file));
    }
    // Without any, openssl takes none as good: 2.5.29.32.0 is anyPolicy.
    command.arg("-policy_check");
    if flags.policies.is_empty() {
        command.args(["-policy", "2.5.29.32.0"]);
    }
    for policy in &flags.policies {
        command.args(["-policy", policy]);
    }
    for (on, word) in [
        (flags.require_policy, "-explicit_policy"),
        (flags.inhibit_any_policy, "-inhibit_any"),
        (flags.inhibit_policy_mapping, "-inhibit_map"),
    ] {
        command.args(on.then_some(word));
    }
    if let Some(host) = &flags.host {
        command.args(["-verify_hostname", host]);
    }
    if let Some(ip) = &flags.ip {
        command.args(["-verify_ip", ip]);
    }
    if let Some(depth) = flags.max_depth {
        command.args(["-verify_depth", &depth.to_string()]);
    }
    command
        .args(&case.openssl_options)
        .arg(folder.join(&case.leaf));
    match command.output().unwrap().status.success() {
        true => Verdict::Valid,
        false => Verdict::Invalid,
    }
}

/// The program's answer, by RFC 5280 to the letter or by path validation only.
fn ask_us(folder: &Path, case: &Case, to_the_letter: bool) -> Answer {
    let flags = &case.flags;
    let mut command = Command::new(PROGRAM);
    command.arg("chain").arg(folder.join(&case.leaf));
    command.args(["--json", "--time", &case.time]);
    if to_the_letter {
        command.args(["--profile", "rfc5280"]);
    }
    command.arg("--no-default-trust");
    command.arg("--trust").arg(folder.join(&case.trust));
    for file in &case.untrusted {
        command.arg("--untrusted").arg(folder.join(file));
    }
    for file in &case.crls {
        command.arg("--crl").arg(folder.join(file));
    }
    let usage = match flags.usage {
        Usage::Any => "any",
        Usage::Client => "client",
        Usage::Server => "server",
    };
    command.args(["--usage", usage]);
    for policy in &flags.policies {
        command.args(["--policy", policy]);
    }
    for (on, word) in [
        (flags.require_policy, "--require-policy"),
        (flags.inhibit_any_policy, "--inhibit-any-policy"),
        (flags.inhibit_policy_mapping, "--inhibit-policy-mapping"),
    ] {
        command.args(on.then_some(word));
    }
    if let Some(host) = &flags.host {
        command.args(["--host", host]);
    }
    if let Some(ip) = &flags.ip {
        command.args(["--ip", ip]);
    }
    if let Some(depth) = flags.max_depth {
        command.args(["--max-depth", &depth.to_string()]);
    }
    let began = Instant::now();
    let output = command
        .env("LC_ALL", "C")
        .stdin(Stdio::null())
        .output()
        .unwrap();
    let took = began.elapsed();
    if took > PATIENCE {
        return Answer::Broken(format!("took {} s", took.as_secs()));
    }
    let document = serde_json::from_slice(&output.stdout).unwrap_or(Value::Null);
    let said = document.pointer("/report/verdict");
    let said = said.and_then(|said| Verdict::deserialize(said).ok());
    match (output.status.code(), said, worst(&document)) {
        (Some(0), Some(Verdict::Valid), "ok" | "warning") => Answer::Said(Verdict::Valid),
        (Some(1), Some(Verdict::Invalid), "error") => Answer::Said(Verdict::Invalid),
        (Some(2), None, _) => Answer::CouldNot,
        (code, said, worst) => {
            let error = String::from_utf8_lossy(&output.stderr);
            Answer::Broken(format!(
                "exit code {code:?}, verdict {said:?}, findings {worst}: {error}"
            ))
        }
    }
}

/// The verdict over the findings, when it is the worst severity among them.
fn worst(document: &Value) -> &str {
    let findings = document.get("findings").and_then(Value::as_array);
    let has = |severity: &str| {
        let mut findings = findings.into_iter().flatten();
        findings.any(|finding| finding.get("severity").and_then(Value::as_str) == Some(severity))
    };
    let worst = match (has("error"), has("warning")) {
        (true, _) => "error",
        (false, true) => "warning",
        (false, false) => "ok",
    };
    match document.get("verdict").and_then(Value::as_str) {
        Some(said) if said == worst => worst,
        _ => "other than the verdict over them",
    }
}

/// An answer in words, and whether it will do.
fn weigh(answer: Answer, wanted: Option<Verdict>, case: &Case) -> (String, bool) {
    match answer {
        Answer::Said(said) => (format!("{said:?}"), wanted.is_none_or(|it| it == said)),
        Answer::CouldNot => ("could not".to_owned(), wanted.is_none() || case.malformed),
        Answer::Broken(how) => (how, false),
    }
}

/// One row of the outcome, and whether the answer will do.
fn judge(folder: &Path, case: &Case) -> (String, bool) {
    let openssl = ask_openssl(folder, case);
    let wanted = match (&case.open, &case.differs) {
        (Some(_), _) => None,
        (None, Some(_)) => Some(case.expect),
        (None, None) => Some(openssl),
    };
    // What breaks a rule for issuers is refused to the letter, whether its path holds or not.
    let by_letter = match &case.form {
        Some(_) => Some(Verdict::Invalid),
        None => wanted,
    };
    let (mut ours, mut good) = weigh(ask_us(folder, case, true), by_letter, case);
    if case.form.is_some() {
        let (by_path, fits) = weigh(ask_us(folder, case, false), wanted, case);
        ours = format!("{ours}, path {by_path}");
        good &= fits;
    }
    let mut row = format!(
        "{} {:40} ours {ours:9} openssl {openssl:?}, RFC 5280 {:?}: {} ({})",
        if good { " " } else { "✗" },
        case.name,
        case.expect,
        case.reason,
        case.rfc
    );
    for note in [&case.differs, &case.open, &case.form]
        .into_iter()
        .flatten()
    {
        let _ = write!(row, "; {note}");
    }
    if (openssl == Verdict::Valid) != case.openssl {
        row.push_str("; this openssl says otherwise than the one that made the table");
    }
    (row, good)
}

/// Every case of a folder's table, on all processors.
fn judge_all(folder: &Path) {
    let table = fs::read(folder.join("cases.json")).unwrap();
    let cases: Vec<Case> = serde_json::from_slice(&table).unwrap();
    let next = AtomicUsize::new(0);
    let rows = Mutex::new(Vec::new());
    thread::scope(|scope| {
        for _ in 0..thread::available_parallelism().map_or(1, usize::from) {
            scope.spawn(|| {
                while let Some(case) = cases.get(next.fetch_add(1, Ordering::Relaxed)) {
                    let row = judge(folder, case);
                    rows.lock().unwrap().push(row);
                }
            });
        }
    });
    let rows = rows.into_inner().unwrap_or_else(PoisonError::into_inner);
    assert_eq!(rows.len(), cases.len());
    let mut wrong = Vec::new();
    for (row, good) in rows {
        println!("{row}");
        if !good {
            wrong.push(row);
        }
    }
    wrong.sort();
    assert!(
        wrong.is_empty(),
        "{} of {} cases came out differently:\n{}",
        wrong.len(),
        cases.len(),
        wrong.join("\n")
    );
}

#[test]
fn each_rule_of_rfc_5280_is_kept_as_openssl_keeps_it() {
    judge_all(&fixture("chain"));
}

#[test]
fn cases_too_large_to_keep_are_answered() {
    let folder = tempfile::tempdir().unwrap();
    let made = Command::new("python3")
        .arg(fixture("make/chain/large.py"))
        .arg(folder.path())
        .env("PYTHONPATH", fixture("make"))
        .env("PYTHONDONTWRITEBYTECODE", "1")
        .output()
        .unwrap();
    let error = String::from_utf8_lossy(&made.stderr);
    assert!(made.status.success(), "{error}");
    judge_all(folder.path());
}
