//! Mail servers: lines in plain text until `STARTTLS` is granted.

use super::{Opened, Opening, Step, refused};
use crate::core::tls::stranger;

/// A name of RFC 2606: who looks has none that the server could look up.
const EHLO: &[u8] = b"EHLO client.example.com\r\n";
const SMTP_STARTTLS: &[u8] = b"STARTTLS\r\n";
const IMAP_STARTTLS: &[u8] = b"a STARTTLS\r\n";

impl Opening {
    /// RFC 5321 section 4.2 and RFC 3207. `STARTTLS` is sent even where it is not offered: the server's own
    /// answer says best why not.
    pub(super) fn smtp(&mut self) -> Opened {
        while let Some(line) = self.line() {
            let code = line.get(..3).filter(|code| is_code(code));
            let (Some(code), is_last) = (code, line.get(3) != Some(&b'-')) else {
                return Opened::Failed(stranger::who(&line));
            };
            if !is_last {
                continue;
            }
            return match (self.step, code) {
                (Step::Start, b"220") => self.asked(Step::Hello, EHLO),
                (Step::Hello, b"250") => self.asked(Step::Asked, SMTP_STARTTLS),
                (Step::Asked, b"220") => self.ready(),
                _ => refused(line),
            };
        }
        self.wait()
    }

    /// RFC 9051 section 6.2.1.
    pub(super) fn imap(&mut self) -> Opened {
        while let Some(line) = self.line() {
            let words = String::from_utf8_lossy(&line).to_ascii_uppercase();
            let begins = |with: &str| words.starts_with(with);
            match self.step {
                Step::Start if begins("* OK") => return self.asked(Step::Asked, IMAP_STARTTLS),
                Step::Start if !begins("* ") => return Opened::Failed(stranger::who(&line)),
                Step::Asked if begins("A OK") => return self.ready(),
                Step::Asked if begins("* ") && !begins("* BYE") => {}
                _ => return refused(line),
            }
        }
        self.wait()
    }

    /// The next whole line with its end; `None` until there is one.
    fn line(&mut self) -> Option<Vec<u8>> {
        let end = self.pending.iter().position(|byte| *byte == b'\n')?;
        let rest = self.pending.split_off(end + 1);
        Some(std::mem::replace(&mut self.pending, rest))
    }

    /// More must come, unless what came is no text at all.
    fn wait(&self) -> Opened {
        match self.pending.first() {
            Some(first) if !first.is_ascii_graphic() => {
                Opened::Failed(stranger::who(&self.pending))
            }
            _ => Opened::Wait,
        }
    }
}

fn is_code(code: &[u8]) -> bool {
    code.iter().all(u8::is_ascii_digit)
}
