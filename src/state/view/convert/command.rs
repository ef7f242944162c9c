//! `certwright-cli convert …` for the draft, without any password.

use crate::core::bundle::Source;
use crate::core::convert::{Format, Plan, Provider};
use crate::core::keystore::pfx::PfxCipher;
use crate::state::model::Model;
use crate::state::view::command_line::quoted;

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
    if let Some(cipher) = choice.cipher {
        line.push_str(match cipher {
            PfxCipher::Aes256Sha256 => " --cipher aes256-sha256",
            PfxCipher::TripleDesSha1 => " --cipher tripledes-sha1",
        });
    }
    if let Some(rounds) = choice.iterations {
        line.push_str(&format!(" --iterations {rounds}"));
    }
    let flags = [
        (!choice.with_chain, " --without-chain"),
        (choice.with_root, " --include-root"),
        (choice.encrypts_key, " --encrypt-key"),
        (choice.is_der, " --der"),
        (choice.is_trust_store, " --trust-store"),
        (choice.provider == Provider::Drop, " --provider drop"),
    ];
    for (is_set, flag) in flags {
        if is_set {
            line.push_str(flag);
        }
    }
    let out = match plan.files.as_slice() {
        [one] => one.name.as_str(),
        _ => ".",
    };
    line.push_str(" --out ");
    line.push_str(&quoted(shell, out)?);
    if plan.recipe.needs_password() {
        line.push_str(if model.convert.draft.has_password_file {
            " --generate-password"
        } else {
            " --out-password-file keystorePass.txt"
        });
    }
    Some(line)
}
