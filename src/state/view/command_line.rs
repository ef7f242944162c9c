//! The command line that does the same as the window has done.

use crate::core::bundle::Source;
use crate::core::bundle::trust::TrustChoice;
use crate::state::model::{Model, Shell};
use crate::text::foreign;

/// `certwright-cli inspect …` for what is open; `None` when it is not all files and folders, or a
/// name cannot be quoted exactly.
pub fn command_line(model: &Model) -> Option<String> {
    let membership = &model.workspace.as_ref()?.membership;
    let mut line = "certwright-cli inspect".to_owned();
    for source in &membership.sources {
        let Source::Path(path) = source else {
            return None;
        };
        line.push(' ');
        line.push_str(&quoted(model.shell, path.to_str()?)?);
    }
    match &membership.trust {
        TrustChoice::Mozilla => {}
        TrustChoice::Nothing => return None,
        TrustChoice::System => line.push_str(" --trust system"),
        TrustChoice::Path(path) => {
            line.push_str(" --trust ");
            line.push_str(&quoted(model.shell, path.to_str()?)?);
        }
        TrustChoice::Sample(_) => return None,
    }
    if let Some(moment) = membership.judge_at {
        line.push_str(&format!(" --time {moment}"));
    }
    Some(line)
}

/// A text as this shell takes it; `None` when it cannot say it exactly.
pub(super) fn quoted(shell: Shell, path: &str) -> Option<String> {
    match shell {
        Shell::PowerShell => foreign::powershell(path),
        Shell::Sh => foreign::sh(path),
    }
}
