//! One conversation: the connection, and bytes to and fro until its script wants no more or time is up.

use std::io::{self, ErrorKind};
use std::time::{self, Duration};

use tokio::net::TcpStream;
use tokio::time::{Instant, timeout, timeout_at};

use crate::core::env::{Call, Patience, Script, TalkEnd, TalkTimes, Talked};

/// Bytes read at a time.
const READ_BYTES: usize = 16 << 10;

/// Holds a conversation to its end.
pub async fn hold(call: Call, batch: time::Instant) -> Talked {
    let mut talk = Talk {
        script: call.script,
        times: TalkTimes {
            begun_ms: millis(batch.elapsed()),
            ..TalkTimes::default()
        },
        begun: Instant::now(),
        patience: call.patience,
        limit_bytes: call.limit_bytes,
        heard_bytes: 0,
    };
    let connecting = TcpStream::connect(call.address);
    let patience = Duration::from_millis(call.patience.connect_ms);
    let end = match timeout(patience, connecting).await {
        Err(_) => TalkEnd::Filtered,
        Ok(Err(error)) => unconnected(&error),
        Ok(Ok(stream)) => talk.carry(&stream).await,
    };
    talk.times.ended_ms = talk.at_ms();
    Talked {
        script: talk.script,
        times: talk.times,
        end,
        heard_bytes: talk.heard_bytes,
    }
}

struct Talk {
    script: Box<dyn Script>,
    times: TalkTimes,
    begun: Instant,
    patience: Patience,
    limit_bytes: usize,
    heard_bytes: usize,
}

impl Talk {
    async fn carry(&mut self, stream: &TcpStream) -> TalkEnd {
        self.times.connected_ms = Some(self.at_ms());
        // A refusal costs a little time, no more.
        stream.set_nodelay(true).ok();
        let whole = Instant::now() + Duration::from_millis(self.patience.whole_ms);
        let mut buffer = vec![0; READ_BYTES];
        let mut turn = self.script.next(&[], self.at_ms());
        // What a server says before it breaks off is heard although nothing can be said to it any more.
        let mut broken = None;
        loop {
            if broken.is_none() {
                broken = match timeout_at(self.until(whole), say(stream, &turn.say)).await {
                    Ok(said) => said.err(),
                    Err(_) => return TalkEnd::Silent,
                };
            }
            if turn.is_over {
                return TalkEnd::Over;
            }
            let heard = match timeout_at(self.until(whole), hear(stream, &mut buffer)).await {
                Err(_) => return TalkEnd::Silent,
                Ok(Err(error)) => return cut(&error),
                Ok(Ok(0)) => return broken.map_or(TalkEnd::Closed, |error| cut(&error)),
                Ok(Ok(heard)) => heard,
            };
            self.times.first_byte_ms.get_or_insert(self.at_ms());
            self.heard_bytes += heard;
            if self.heard_bytes > self.limit_bytes {
                return TalkEnd::TooMuch;
            }
            let heard = buffer.get(..heard).unwrap_or_default();
            turn = self.script.next(heard, self.at_ms());
        }
    }

    /// When time is up: nothing happened for long, or all of it takes too long.
    fn until(&self, whole: Instant) -> Instant {
        whole.min(Instant::now() + Duration::from_millis(self.patience.quiet_ms))
    }

    fn at_ms(&self) -> u64 {
        millis(self.begun.elapsed())
    }
}

async fn say(stream: &TcpStream, words: &[u8]) -> io::Result<()> {
    let mut left = words;
    while !left.is_empty() {
        stream.writable().await?;
        match stream.try_write(left) {
            Ok(said) => left = left.get(said..).unwrap_or_default(),
            Err(error) if error.kind() == ErrorKind::WouldBlock => {}
            Err(error) => return Err(error),
        }
    }
    Ok(())
}

async fn hear(stream: &TcpStream, buffer: &mut [u8]) -> io::Result<usize> {
    loop {
        stream.readable().await?;
        match stream.try_read(buffer) {
            Err(error) if error.kind() == ErrorKind::WouldBlock => {}
            heard => return heard,
        }
    }
}

/// Why there is no connection.
fn unconnected(error: &io::Error) -> TalkEnd {
    let words = error.to_string();
    match error.kind() {
        ErrorKind::ConnectionRefused | ErrorKind::ConnectionReset => TalkEnd::Refused,
        ErrorKind::TimedOut => TalkEnd::Filtered,
        ErrorKind::NetworkUnreachable | ErrorKind::NetworkDown => TalkEnd::NoNetwork(words),
        ErrorKind::HostUnreachable
        | ErrorKind::AddrNotAvailable
        | ErrorKind::InvalidInput
        | ErrorKind::PermissionDenied => TalkEnd::Unreachable(words),
        _ => TalkEnd::Broken(words),
    }
}

/// How an open connection broke.
fn cut(error: &io::Error) -> TalkEnd {
    match error.kind() {
        ErrorKind::ConnectionReset | ErrorKind::ConnectionAborted | ErrorKind::BrokenPipe => {
            TalkEnd::Reset
        }
        ErrorKind::TimedOut => TalkEnd::Silent,
        _ => TalkEnd::Broken(error.to_string()),
    }
}

fn millis(duration: Duration) -> u64 {
    u64::try_from(duration.as_millis()).unwrap_or(u64::MAX)
}

#[cfg(test)]
mod tests {
    use std::io::{Error, ErrorKind};

    use super::{cut, unconnected};
    use crate::core::env::TalkEnd;

    #[test]
    fn a_computer_without_a_network_is_told_from_a_server_out_of_reach() {
        let of = |kind: ErrorKind| unconnected(&Error::from(kind));
        for kind in [ErrorKind::NetworkUnreachable, ErrorKind::NetworkDown] {
            assert!(matches!(of(kind), TalkEnd::NoNetwork(_)), "{kind}");
        }
        for kind in [ErrorKind::HostUnreachable, ErrorKind::PermissionDenied] {
            assert!(matches!(of(kind), TalkEnd::Unreachable(_)), "{kind}");
        }
        assert!(matches!(of(ErrorKind::Other), TalkEnd::Broken(_)));
        assert_eq!(of(ErrorKind::TimedOut), TalkEnd::Filtered);
    }

    #[test]
    fn a_reset_means_what_it_interrupts() {
        let reset = Error::from(ErrorKind::ConnectionReset);
        assert_eq!(unconnected(&reset), TalkEnd::Refused);
        assert_eq!(cut(&reset), TalkEnd::Reset);
        let aborted = Error::from(ErrorKind::ConnectionAborted);
        assert_eq!(cut(&aborted), TalkEnd::Reset);
    }
}
