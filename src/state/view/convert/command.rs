//! `certwright-cli convert …` for the draft, without any password.

use super::flag;
use crate::core::bundle::Source;
use crate::core::bundle::trust::TrustChoice;
use crate::core::convert::{Choice, Format, Plan, Provider};
use crate::core::keystore::pfx::PfxCipher;
use crate::state::drafts::convert::ConvertDraft;
use crate::state::model::{Model, Shell};
use crate::state::view::command_line::quoted;

/// Digits of a fingerprint that name a certificate beyond doubt.
const SELECT_DIGITS: usize = 16;

/// The line; `None` when the source is not all files and folders, or a name cannot be quoted exactly.
pub(super) fn line(model: &Model, plan: Option<&Plan>) -> Option<String> {
    let plan = plan?;
    let membership = &model.workspace.as_ref()?.membership;
    if matches!(membership.trust, TrustChoice::Sample(_)) {
        return None;
    }
    let mut line = Line {
        text: "certwright-cli convert".to_owned(),
        shell: model.shell,
    };
    for source in &membership.sources {
        let Source::Path(path) = source else {
            return None;
        };
        line.word(path.to_str()?)?;
    }
    form(&mut line, &plan.choice)?;
    protection(&mut line, &plan.choice)?;
    let out = match plan.files.as_slice() {
        [one] => one.name.as_str(),
        _ => ".",
    };
    line.value(flag::OUT, out)?;
    passwords(&mut line, &model.convert.draft, plan);
    let account = model.convert.draft.readable_by.trim();
    if !account.is_empty() {
        line.value(flag::ALSO_READABLE_BY, account)?;
    }
    Some(line.text)
}

/// A line that grows word by word, each quoted for the shell.
struct Line {
    text: String,
    shell: Shell,
}

impl Line {
    fn word(&mut self, word: &str) -> Option<()> {
        self.text.push(' ');
        self.text.push_str(&quoted(self.shell, word)?);
        Some(())
    }

    fn flag(&mut self, is_set: bool, flag: &str) {
        if is_set {
            self.text.push(' ');
            self.text.push_str(flag);
        }
    }

    fn value(&mut self, flag: &str, value: &str) -> Option<()> {
        self.flag(true, flag);
        self.word(value)
    }
}

fn form(line: &mut Line, choice: &Choice) -> Option<()> {
    line.value(flag::TO, choice.format.code())?;
    if let Format::Pem(layout) = choice.format {
        line.value(flag::LAYOUT, layout.code())?;
    }
    line.value(flag::TARGET, choice.target.code())?;
    for leaf in choice.leaves.iter().flatten() {
        let digits: String = leaf.to_string().chars().take(SELECT_DIGITS).collect();
        line.value(flag::SELECT, &digits)?;
    }
    let name = choice.name.as_ref().filter(|_| choice.format.is_keystore());
    if let Some(name) = name {
        let named = if choice.target.is_java() {
            flag::ALIAS
        } else {
            flag::FRIENDLY_NAME
        };
        line.value(named, name)?;
    }
    line.flag(choice.is_trust_store, flag::TRUST_STORE);
    Some(())
}

/// What differs from what the target takes unasked.
fn protection(line: &mut Line, choice: &Choice) -> Option<()> {
    let is_pfx = choice.format == Format::Pfx;
    if let Some(cipher) = choice.cipher.filter(|_| is_pfx) {
        let code = match cipher {
            PfxCipher::Aes256Sha256 => "aes256-sha256",
            PfxCipher::TripleDesSha1 => "tripledes-sha1",
        };
        line.value(flag::PROTECTION, code)?;
    }
    if let Some(rounds) = choice.iterations {
        line.value(flag::ITERATIONS, &rounds.to_string())?;
    }
    line.flag(!choice.with_chain, flag::WITHOUT_CHAIN);
    line.flag(choice.with_root, flag::INCLUDE_ROOT);
    match &choice.provider {
        Provider::Drop if is_pfx => line.value(flag::PROVIDER, "drop")?,
        Provider::Set(attributes) if is_pfx => {
            line.value(flag::PROVIDER, attributes.provider.as_deref()?)?;
        }
        Provider::Drop | Provider::Keep | Provider::Set(_) => {}
    }
    Some(())
}

/// Passwords are asked for, never part of a line; a key that is encrypted says so by getting one.
fn passwords(line: &mut Line, draft: &ConvertDraft, plan: &Plan) {
    let format = plan.choice.format;
    let is_encrypted_key = plan.choice.encrypts_key && !format.is_keystore();
    line.flag(is_encrypted_key, flag::GENERATE_PASSWORD);
    if draft.has_key_password && matches!(format, Format::Jks | Format::Jceks) {
        line.flag(true, flag::OUT_KEY_PASSWORD_FILE);
        line.flag(true, "FILE");
    }
    let has_file = draft.has_password_file && plan.recipe.needs_password();
    line.flag(has_file, flag::WRITE_PASSWORD_FILE);
}
