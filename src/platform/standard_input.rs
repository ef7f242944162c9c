//! Standard input without the standard library's buffer, which would keep a password until the end.

use std::fs::File;
use std::io::{self, IsTerminal, Read};

use zeroize::Zeroizing;

/// All of standard input up to a number of bytes.
pub fn read(most_bytes: u64) -> io::Result<Zeroizing<Vec<u8>>> {
    let room = usize::try_from(most_bytes).unwrap_or_default();
    // Never grows, since growing would leave a copy behind.
    let mut bytes = Zeroizing::new(Vec::with_capacity(room.saturating_add(1)));
    let stdin = io::stdin();
    if stdin.is_terminal() {
        // A console has an encoding of its own, which only the standard library knows.
        stdin.lock().take(most_bytes).read_to_end(&mut bytes)?;
    } else {
        unbuffered(&stdin)?
            .take(most_bytes)
            .read_to_end(&mut bytes)?;
    }
    Ok(bytes)
}

#[cfg(unix)]
fn unbuffered(stdin: &io::Stdin) -> io::Result<File> {
    use std::os::fd::AsFd;
    Ok(stdin.as_fd().try_clone_to_owned()?.into())
}

#[cfg(windows)]
fn unbuffered(stdin: &io::Stdin) -> io::Result<File> {
    use std::os::windows::io::AsHandle;
    Ok(stdin.as_handle().try_clone_to_owned()?.into())
}
