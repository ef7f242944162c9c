//! Starting the one-shot helper with the rights of an administrator.
//!
//! The window never runs with those rights; what needs them is `certwright-cli elevated`, started once for
//! each act, for which Windows asks the user.

use std::path::{Path, PathBuf};

use serde::Serialize;

use crate::core::artifact::Fingerprint;
use crate::core::progress::Progress;

/// How the helper ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case", tag = "kind", content = "code")]
pub enum Elevated {
    /// The user said no when Windows asked; nothing was started.
    Declined,
    /// It ended with this exit code.
    Exited(u32),
    /// Nobody waits for it any more. A process of more rights cannot be ended from here: it may still
    /// do its work, and the history says whether it did.
    LeftRunning,
}

/// Why the helper was not started, or what became of it is not known.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case", tag = "kind", content = "detail")]
pub enum ElevationFault {
    /// This is no Windows.
    NotWindows,
    /// The helper does not lie beside this program.
    ProgramMissing(PathBuf),
    /// The plan's path cannot be written into a command line.
    PathUnusable(PathBuf),
    /// Anything else, in the system's words.
    Other(String),
}

/// Rights of an administrator, asked for once per act.
pub trait Elevation: Sync {
    /// Whether this process has them already.
    fn is_elevated(&self) -> bool;
    /// A folder of this user for the plan that is handed over; `None` where there is nobody to hand it to.
    fn folder(&self) -> Option<PathBuf> {
        None
    }
    /// Starts `certwright-cli elevated --plan FILE --sha256 HASH` and waits for its end. Cancelling stops
    /// the waiting only, see [`Elevated::LeftRunning`].
    fn run(
        &self,
        plan: &Path,
        sha256: &Fingerprint,
        progress: &dyn Progress,
    ) -> Result<Elevated, ElevationFault>;
}

/// The helper's arguments as one line, in the quoting of `CommandLineToArgvW` (Microsoft's "Parsing C
/// command-line arguments"). `None` for what no path of Windows holds: a quote or a control character,
/// and a backslash at the end, which would quote the quote.
pub fn command_line(plan: &str, sha256: &Fingerprint) -> Option<String> {
    let is_usable = !plan.is_empty()
        && !plan.ends_with('\\')
        && !plan.contains(|c: char| c == '"' || c.is_control());
    is_usable.then(|| format!("elevated --plan \"{plan}\" --sha256 {sha256}"))
}

/// Every system that is no Windows: nobody is asked, nothing is started.
pub struct NoElevation;

impl Elevation for NoElevation {
    fn is_elevated(&self) -> bool {
        false
    }

    fn run(
        &self,
        _plan: &Path,
        _sha256: &Fingerprint,
        _progress: &dyn Progress,
    ) -> Result<Elevated, ElevationFault> {
        Err(ElevationFault::NotWindows)
    }
}

#[cfg(test)]
mod tests {
    use super::command_line;
    use crate::core::artifact::Fingerprint;

    #[test]
    fn a_path_stays_one_argument_or_is_refused() {
        let hash = Fingerprint([0xab; 32]);
        let line = command_line("C:\\Users\\Zoë Q\\plan & more.json", &hash).expect("usable");
        let expected =
            format!("elevated --plan \"C:\\Users\\Zoë Q\\plan & more.json\" --sha256 {hash}");
        assert_eq!(line, expected);
        for path in ["", "C:\\a\" --plan \"b", "C:\\a\\", "C:\\a\nb"] {
            assert_eq!(command_line(path, &hash), None, "{path:?}");
        }
    }
}
