//! `csr new --twin`: the same request made with another program; nothing is written.

use std::process::ExitCode;

use super::Stop;
use super::args::New;
use super::wanted::Wanted;
use crate::cli::output::say;
use crate::core::csr::NewKey;
use crate::core::csr::create::KeySource;
use crate::platform::desktop::USES_POWERSHELL;
use crate::text::csr::twin::{self as words, Asked, Tool, TwinKey, TwinShell, twin};
use crate::text::{Lang, report};

/// Prints files and commands.
pub fn print(lang: Lang, asked: &New, wanted: &Wanted, tool: Tool) -> Result<ExitCode, Stop> {
    let key_path = asked.key_file.as_ref().or(asked.out_key.as_ref());
    let key_file = key_path.map(|path| path.to_string_lossy());
    let csr_file = asked.out.to_string_lossy();
    let made = twin(
        lang,
        tool,
        &Asked {
            spec: &wanted.spec,
            key: match &wanted.key {
                KeySource::New(kind) => TwinKey::New {
                    kind: *kind,
                    is_encrypted: !asked.without_password,
                },
                KeySource::Existing(key) => TwinKey::Existing {
                    is_encrypted: false,
                    kind: NewKey::like(&key.info),
                },
            },
            csr_file: &csr_file,
            key_file: key_file.as_deref().unwrap_or_default(),
            shell: match USES_POWERSHELL {
                true => TwinShell::PowerShell,
                false => TwinShell::Sh,
            },
        },
    );
    let made = made.map_err(|refusal| Stop::Usage(words::refusal(lang, &refusal)))?;
    say(&mut std::io::stdout(), &report::csr::twin(lang, &made));
    Ok(ExitCode::SUCCESS)
}
