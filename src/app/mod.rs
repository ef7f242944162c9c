//! The window program: brings model, jobs, views and drawing together and does what actions ask of
//! the world. The only module that sees all others.

mod arguments;
mod clipboard;
mod dialogs;
mod headless;
mod ladder;
mod launch;
mod log;
mod perform;
mod shown;
mod store;
mod window;
mod world;

use std::process::ExitCode;

pub use window::{Start, Window};

use arguments::Wanted;

/// Runs the program: reads the arguments, opens the window, or says why there is none.
pub fn main() -> ExitCode {
    world::harden();
    world::attach_console();
    log::start();
    match arguments::read(std::env::args_os().skip(1)) {
        Ok(Wanted::Help) => say(&arguments::help()),
        Ok(Wanted::Version) => say(arguments::VERSION),
        Ok(Wanted::Window(start)) => launch::run(start),
        Err(fault) => {
            eprintln!("{fault}");
            ExitCode::from(64)
        }
    }
}

fn say(text: &str) -> ExitCode {
    println!("{text}");
    ExitCode::SUCCESS
}
