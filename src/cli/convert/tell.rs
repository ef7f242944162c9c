//! What a conversion came to, in words or as JSON, and the exit code.

use std::process::ExitCode;
use std::sync::Arc;

use super::args::Convert;
use super::stop::Stop;
use super::{Done, Prepared, paste};
use crate::cli::json;
use crate::cli::output::{FAILED, USAGE, code, say, tell_problem};
use crate::core::bundle::Inspection;
use crate::core::convert::{PasswordShape, Plan, Refusal};
use crate::core::env::Readers;
use crate::core::finding::{Finding, Id, Verdict};
use crate::core::problem::Failure;
use crate::text::bundle::place;
use crate::text::cli::convert as words;
use crate::text::convert::refusal;
use crate::text::finding::words as finding_words;
use crate::text::foreign::display;
use crate::text::report::{Conversion, PasswordOrigin, ResultFile, conversion};
use crate::text::{Lang, problem};

/// Tells a result.
pub fn done(lang: Lang, asked: &Convert, prepared: &Prepared, done: &Done) -> ExitCode {
    let mut result = match done {
        Done::Written(converted, origin) => Conversion {
            password: *origin,
            ..Conversion::written(converted)
        },
        Done::Planned(plan, origin) => planned(asked, plan, prepared, *origin),
    };
    result.snippets = paste::render(lang, asked, &prepared.plan, &prepared.destination);
    let findings = json::convert::findings(&result);
    let is_told = |one: &&Finding| one.id() == Id::KeystoreTargetCannotRead;
    result.findings = findings.iter().filter(is_told).cloned().collect();
    let text = if asked.json {
        json::convert::made(lang, &result, &findings)
    } else {
        conversion(lang, &result)
    };
    say(&mut std::io::stdout(), &text);
    code(Verdict::of(&findings))
}

fn planned<'a>(
    asked: &Convert,
    plan: &'a Plan,
    prepared: &Prepared,
    password: PasswordOrigin,
) -> Conversion<'a> {
    let files = plan.files.iter().map(|file| {
        let path = prepared.destination.path(file);
        ResultFile {
            role: Some(file.role),
            is_secret: file.is_secret,
            path: path.to_string_lossy().into_owned(),
            bytes: None,
            sha256: None,
            readers: Readers::default(),
            copy: None,
        }
    });
    let shape = match asked.without_password {
        true => PasswordShape::of(""),
        false => PasswordShape::default(),
    };
    Conversion {
        plan,
        files: files.collect(),
        readers: plan.readers(shape),
        password,
        issues: Vec::new(),
        findings: Vec::new(),
        snippets: Vec::new(),
        is_dry_run: true,
    }
}

/// Tells why nothing came out.
pub fn stopped(lang: Lang, asked: &Convert, stop: &Stop) -> ExitCode {
    match stop {
        Stop::Usage(sentence) => {
            say(&mut std::io::stderr(), &format!("{sentence}\n"));
            ExitCode::from(USAGE)
        }
        Stop::Cancelled => {
            say(
                &mut std::io::stderr(),
                &format!("{}\n", words::cancelled(lang)),
            );
            ExitCode::from(FAILED)
        }
        Stop::Failed(failure) => failed(lang, failure),
        Stop::Refused(refusal, inspection) => {
            refused(lang, asked, refusal, inspection.as_ref());
            ExitCode::from(FAILED)
        }
    }
}

fn failed(lang: Lang, failure: &Failure) -> ExitCode {
    let mut problem = problem::explain(lang, failure);
    if matches!(failure, Failure::Exists { .. }) {
        problem
            .remedies
            .insert(0, words::replace_remedy(lang).to_owned());
    }
    tell_problem(lang, &problem);
    ExitCode::from(FAILED)
}

fn refused(lang: Lang, asked: &Convert, why: &Refusal, inspection: Option<&Arc<Inspection>>) {
    let mut problem = refusal::explain(lang, why);
    if let Some(inspection) = inspection
        && matches!(why, Refusal::StillLocked { .. })
    {
        let locked = inspection
            .findings()
            .iter()
            .filter(|finding| is_lock(finding));
        let sentences = locked.map(|finding| locked_words(lang, inspection, finding));
        problem.causes.extend(sentences);
    }
    tell_problem(lang, &problem);
    if asked.json {
        let text = json::convert::refused(lang, why, inspection.map(AsRef::as_ref));
        say(&mut std::io::stdout(), &text);
    }
}

/// Whether a finding says why something stayed locked.
pub fn is_lock(finding: &Finding) -> bool {
    matches!(
        finding.id(),
        Id::KeyCipherUnsupported
            | Id::KeyEncrypted
            | Id::KeyPasswordWrong
            | Id::KeystoreCipherUnsupported
            | Id::KeystorePasswordNeeded
            | Id::KeystorePasswordWrong
    )
}

fn locked_words(lang: Lang, inspection: &Inspection, finding: &Finding) -> String {
    let found_words = finding_words(lang, finding);
    match &finding.place {
        None => found_words.message,
        Some(found) => {
            let file = place(inspection, found);
            words::about_file(lang, &display(&file), &found_words.message)
        }
    }
}
