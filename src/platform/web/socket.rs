//! The connection that was opened already, in the shape in which the HTTP library takes one.
//! It never resolves or connects: there is one socket, and the library gets that one or none.

use std::fmt;
use std::io::{self, Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::sync::Mutex;

use ureq::Error;
use ureq::config::Config;
use ureq::http::Uri;
use ureq::unversioned::resolver::{ResolvedSocketAddrs, Resolver};
use ureq::unversioned::transport::{
    Buffers, ConnectionDetails, Connector, LazyBuffers, NextTimeout, Transport,
};

/// Bytes of the buffers; the head of an answer must fit.
const INPUT_BYTES: usize = 128 << 10;
const OUTPUT_BYTES: usize = 16 << 10;

/// Hands out the open socket once.
pub struct OpenSocket(Mutex<Option<TcpStream>>);

impl OpenSocket {
    /// Keeps it until the library asks.
    pub fn new(socket: TcpStream) -> Self {
        Self(Mutex::new(Some(socket)))
    }
}

impl fmt::Debug for OpenSocket {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("OpenSocket")
    }
}

impl Connector for OpenSocket {
    type Out = Socket;

    fn connect(
        &self,
        _details: &ConnectionDetails,
        _chained: Option<()>,
    ) -> Result<Option<Socket>, Error> {
        let taken = self.0.lock().ok().and_then(|mut socket| socket.take());
        let stream = taken.ok_or(Error::ConnectionFailed)?;
        let buffers = LazyBuffers::new(INPUT_BYTES, OUTPUT_BYTES);
        Ok(Some(Socket { stream, buffers }))
    }
}

/// "Resolves" every name to the address that is connected already.
#[derive(Debug)]
pub struct Resolved(pub SocketAddr);

impl Resolver for Resolved {
    fn resolve(
        &self,
        _uri: &Uri,
        _config: &Config,
        _timeout: NextTimeout,
    ) -> Result<ResolvedSocketAddrs, Error> {
        let mut addresses = self.empty();
        addresses.push(self.0);
        Ok(addresses)
    }
}

/// A connected socket with the library's buffers.
pub struct Socket {
    stream: TcpStream,
    buffers: LazyBuffers,
}

impl fmt::Debug for Socket {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("Socket")
    }
}

impl Transport for Socket {
    fn buffers(&mut self) -> &mut dyn Buffers {
        &mut self.buffers
    }

    fn transmit_output(&mut self, amount: usize, timeout: NextTimeout) -> Result<(), Error> {
        if timeout.after.is_zero() {
            return Err(Error::Timeout(timeout.reason));
        }
        let left = timeout.not_zero().map(|left| *left);
        self.stream.set_write_timeout(left)?;
        let output = self.buffers.output();
        let output = output.get(..amount).unwrap_or_default();
        self.stream
            .write_all(output)
            .map_err(|error| told(error, timeout))
    }

    fn await_input(&mut self, timeout: NextTimeout) -> Result<bool, Error> {
        if timeout.after.is_zero() {
            return Err(Error::Timeout(timeout.reason));
        }
        let left = timeout.not_zero().map(|left| *left);
        self.stream.set_read_timeout(left)?;
        let input = self.buffers.input_append_buf();
        let amount = loop {
            match self.stream.read(input) {
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                read => break read.map_err(|error| told(error, timeout))?,
            }
        };
        self.buffers.input_appended(amount);
        Ok(amount > 0)
    }

    fn is_open(&mut self) -> bool {
        // Asked for pooling alone, and no connection is used twice.
        false
    }
}

/// A socket's time-out is `WouldBlock` on Unix and `TimedOut` on Windows.
fn told(error: io::Error, timeout: NextTimeout) -> Error {
    match error.kind() {
        io::ErrorKind::TimedOut | io::ErrorKind::WouldBlock => Error::Timeout(timeout.reason),
        _ => Error::Io(error),
    }
}
