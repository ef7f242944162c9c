//! The window binary. Everything it does is in [`certwright::app`].
#![cfg_attr(windows, windows_subsystem = "windows")]

use std::process::ExitCode;

fn main() -> ExitCode {
    certwright::app::main()
}
