//! `certwright-cli convert …` for the draft, without any password.

use crate::core::bundle::Source;
use crate::core::convert::{Choice, Format, Plan, Provider};
use crate::core::keystore::pfx::PfxCipher;
use crate::state::model::{Model, Shell};
use crate::state::view::command_line::quoted;

/// Digits of a fingerprint that name a certificate beyond doubt.
const SELECT_DIGITS: usize = 16;

/// The line; `None` when the source is not all files and folders, or a name cannot be quoted exactly.
pub(super) fn line(model: &Model, plan: Option<&Plan>) -> Option<String> {
    let plan = plan?;
    let shell = model.shell;
    let mut line = "certwright-cli convert".to_owned();
    for source in model.sources() {
        let Source::Path(path) = source else {
            return None;
        };
        line.push(' ');
        line.push_str(&quoted(shell, path.to_str()?)?);
    }
    let choice = &plan.choice;
    line.push_str(" --to ");
    line.push_str(choice.format.code());
    if let Format::Pem(layout) = choice.format {
        line.push_str(" --layout ");
        line.push_str(layout.code());
    }
    line.push_str(" --target ");
    line.push_str(choice.target.code());
    if let Some(name) = &choice.name {
        let flag = if choice.target.is_java() {
            " --alias "
        } else {
            " --friendly-name "
        };
        line.push_str(flag);
        line.push_str(&quoted(shell, name)?);
    }
    for leaf in choice.leaves.iter().flatten() {
        let digits: String = leaf.to_string().chars().take(SELECT_DIGITS).collect();
        line.push_str(&format!(" --select {digits}"));
    }
    protection(&mut line, shell, choice);
    let out = match plan.files.as_slice() {
        [one] => one.name.as_str(),
        _ => ".",
    };
    line.push_str(" --out ");
    line.push_str(&quoted(shell, out)?);
    passwords(&mut line, model, plan);
    let account = model.convert.draft.readable_by.trim();
    if !account.is_empty() {
        line.push_str(" --also-readable-by ");
        line.push_str(&quoted(shell, account)?);
    }
    Some(line)
}

/// What differs from what the target takes unasked.
fn protection(line: &mut String, shell: Shell, choice: &Choice) {
    if let Some(cipher) = choice.cipher {
        line.push_str(match cipher {
            PfxCipher::Aes256Sha256 => " --protection aes256-sha256",
            PfxCipher::TripleDesSha1 => " --protection tripledes-sha1",
        });
    }
    if let Some(rounds) = choice.iterations {
        line.push_str(&format!(" --iterations {rounds}"));
    }
    let flags = [
        (!choice.with_chain, " --without-chain"),
        (choice.with_root, " --include-root"),
        (choice.is_trust_store, " --trust-store"),
        (choice.provider == Provider::Drop, " --provider drop"),
    ];
    for (_, flag) in flags.iter().filter(|(is_set, _)| *is_set) {
        line.push_str(flag);
    }
    if let Provider::Set(attributes) = &choice.provider
        && let Some(name) = &attributes.provider
        && let Some(name) = quoted(shell, name)
    {
        line.push_str(" --provider ");
        line.push_str(&name);
    }
}

/// Passwords are asked for, never part of a line; a key that is encrypted says so by getting one.
fn passwords(line: &mut String, model: &Model, plan: &Plan) {
    let draft = &model.convert.draft;
    if plan.choice.encrypts_key && !plan.choice.format.is_keystore() {
        line.push_str(" --generate-password");
    }
    if draft.has_key_password && matches!(plan.choice.format, Format::Jks | Format::Jceks) {
        line.push_str(" --out-key-password-file FILE");
    }
    if draft.has_password_file && plan.recipe.needs_password() {
        line.push_str(" --write-password-file");
    }
}
