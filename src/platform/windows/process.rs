//! A program of Windows, run with exact arguments: no shell, no window, bounded time and output.

use std::io::Read;
use std::os::windows::process::CommandExt;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};
use std::{io, thread};

use windows_sys::Win32::System::Threading::CREATE_NO_WINDOW;

/// How often the end of a program is looked for.
const STEP: Duration = Duration::from_millis(20);

/// What a program printed and how it ended.
pub(super) struct Ended {
    /// Exit code; `None` when it was stopped because it took too long.
    pub code: Option<i32>,
    /// What it printed, up to the limit.
    pub printed: Vec<u8>,
}

/// Runs it to its end, or to `patience`. What it prints beyond `limit` bytes is dropped.
pub(super) fn run(
    program: &Path,
    arguments: &[&str],
    patience: Duration,
    limit: u64,
) -> io::Result<Ended> {
    let mut child = Command::new(program)
        .args(arguments)
        .current_dir(program.parent().unwrap_or(program))
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .creation_flags(CREATE_NO_WINDOW)
        .spawn()?;
    let pipe = child.stdout.take();
    let reader = thread::spawn(move || {
        let mut printed = Vec::new();
        if let Some(mut pipe) = pipe {
            // A pipe that breaks ends the text; the exit code tells the rest.
            let _ = pipe.by_ref().take(limit).read_to_end(&mut printed);
            let _ = io::copy(&mut pipe, &mut io::sink());
        }
        printed
    });
    let code = wait(&mut child, patience)?;
    let printed = match code {
        Some(_) => reader.join().unwrap_or_default(),
        // A grandchild may hold the pipe open; nobody waits for it.
        None => Vec::new(),
    };
    Ok(Ended { code, printed })
}

fn wait(child: &mut Child, patience: Duration) -> io::Result<Option<i32>> {
    let start = Instant::now();
    loop {
        if let Some(status) = child.try_wait()? {
            return Ok(status.code());
        }
        if start.elapsed() > patience {
            child.kill()?;
            child.wait()?;
            return Ok(None);
        }
        thread::sleep(STEP);
    }
}
