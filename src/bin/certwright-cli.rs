//! The command-line binary. Everything it does is in [`certwright::cli`].

use std::process::ExitCode;

fn main() -> ExitCode {
    #[cfg(windows)]
    certwright::platform::windows::harden::harden();
    certwright::cli::run(std::env::args_os())
}
