//! The sockets of one question. UDP is connected, so that the system drops what others send and tells when
//! nobody listens; TCP ends at its hour and after so many bytes, whatever runs on it.

use std::future::Future;
use std::io;
use std::net::SocketAddr;
use std::pin::Pin;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::task::{Context, Poll, ready};
use std::time::Duration;

use hickory_resolver::net::runtime::iocompat::AsyncIoTokioAsStd;
use hickory_resolver::net::runtime::{DnsUdpSocket, RuntimeProvider, Spawn, TokioTime};
use tokio::io::{AsyncRead, AsyncWrite, Interest, ReadBuf};
use tokio::net::{TcpStream, UdpSocket};
use tokio::task::JoinSet;
use tokio::time::{Instant, Sleep, sleep_until, timeout_at};

use crate::core::limits;

/// Bytes read of one connection: an answer, and what encryption adds to it.
const STREAM_BYTES: usize = 2 * limits::DNS_ANSWER_BYTES;

type Opening<T> = Pin<Box<dyn Send + Future<Output = io::Result<T>>>>;

/// Opens sockets for one question, all of which end at the same time.
#[derive(Clone)]
pub struct Sockets {
    background: Background,
    received: Arc<AtomicUsize>,
    end: Instant,
}

/// What runs beside the question on its connection.
#[derive(Clone, Default)]
pub struct Background(Arc<Mutex<JoinSet<()>>>);

impl Background {
    fn tasks(&self) -> std::sync::MutexGuard<'_, JoinSet<()>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Spawn for Background {
    fn spawn_bg(&mut self, task: impl Future<Output = ()> + Send + 'static) {
        self.tasks().spawn(task);
    }
}

/// Ends what runs beside a question when the question ends.
pub struct Leash(Background);

impl Drop for Leash {
    fn drop(&mut self) {
        self.0.tasks().abort_all();
    }
}

impl Sockets {
    /// Sockets that live until `end` at most.
    pub fn until(end: Instant) -> Self {
        Self {
            background: Background::default(),
            received: Arc::default(),
            end,
        }
    }

    /// Ends everything when it is dropped.
    pub fn leash(&self) -> Leash {
        Leash(self.background.clone())
    }

    /// Datagrams that came from the server while nothing else was asked.
    pub fn received(&self) -> usize {
        self.received.load(Ordering::Relaxed)
    }
}

impl RuntimeProvider for Sockets {
    type Handle = Background;
    type Timer = TokioTime;
    type Udp = Datagrams;
    type Tcp = AsyncIoTokioAsStd<Stream>;

    fn create_handle(&self) -> Background {
        self.background.clone()
    }

    fn connect_tcp(
        &self,
        server: SocketAddr,
        _bind: Option<SocketAddr>,
        _patience: Option<Duration>,
    ) -> Opening<Self::Tcp> {
        let end = self.end;
        // What came over UDP before was an answer, cut or damaged.
        self.received.store(0, Ordering::Relaxed);
        Box::pin(async move {
            let stream = timeout_at(end, TcpStream::connect(server))
                .await
                .map_err(|_| io::Error::from(io::ErrorKind::TimedOut))??;
            stream.set_nodelay(true)?;
            Ok(AsyncIoTokioAsStd(Stream {
                stream,
                left: STREAM_BYTES,
                end: Box::pin(sleep_until(end)),
            }))
        })
    }

    fn bind_udp(&self, local: SocketAddr, server: SocketAddr) -> Opening<Datagrams> {
        let received = Arc::clone(&self.received);
        Box::pin(async move {
            let socket = UdpSocket::bind(local).await?;
            socket.connect(server).await?;
            Ok(Datagrams {
                socket,
                server,
                received,
            })
        })
    }
}

/// A UDP socket to one server.
pub struct Datagrams {
    socket: UdpSocket,
    server: SocketAddr,
    received: Arc<AtomicUsize>,
}

/// What a socket may have to tell.
const HEARD: Interest = Interest::READABLE.add(Interest::ERROR);

type Receiving<'a> = Pin<Box<dyn Future<Output = io::Result<(usize, SocketAddr)>> + Send + 'a>>;

/// Makes the runtime forget that there was something.
fn would_block() -> io::Result<()> {
    Err(io::ErrorKind::WouldBlock.into())
}

impl Datagrams {
    /// Ends the question after too many datagrams that were no answer.
    fn counted(&self, length: usize) -> io::Result<(usize, SocketAddr)> {
        match self.received.fetch_add(1, Ordering::Relaxed) < limits::DNS_FOREIGN {
            true => Ok((length, self.server)),
            false => Err(io::ErrorKind::InvalidData.into()),
        }
    }
}

impl DnsUdpSocket for Datagrams {
    type Time = TokioTime;

    fn poll_recv_from(
        &self,
        cx: &mut Context<'_>,
        buffer: &mut [u8],
    ) -> Poll<io::Result<(usize, SocketAddr)>> {
        let mut buffer = ReadBuf::new(buffer);
        ready!(self.socket.poll_recv(cx, &mut buffer))?;
        Poll::Ready(self.counted(buffer.filled().len()))
    }

    /// Unlike the library's own way this hears that nobody listens, which makes no socket readable.
    fn recv_from<'a, 'b, 'c>(&'a self, buffer: &'b mut [u8]) -> Receiving<'c>
    where
        'a: 'c,
        'b: 'c,
        Self: 'c,
    {
        Box::pin(async move {
            loop {
                let ready = self.socket.ready(HEARD).await?;
                if let Some(error) = self.socket.take_error()? {
                    return Err(error);
                }
                if ready.is_error() {
                    let seen: io::Result<()> = self.socket.try_io(Interest::ERROR, would_block);
                    drop(seen);
                }
                match self.socket.try_recv(buffer) {
                    Err(error) if error.kind() == io::ErrorKind::WouldBlock => {}
                    received => return received.and_then(|length| self.counted(length)),
                }
            }
        })
    }

    fn poll_send_to(
        &self,
        cx: &mut Context<'_>,
        bytes: &[u8],
        _target: SocketAddr,
    ) -> Poll<io::Result<usize>> {
        self.socket.poll_send(cx, bytes)
    }
}

/// A TCP connection.
pub struct Stream {
    stream: TcpStream,
    left: usize,
    end: Pin<Box<Sleep>>,
}

impl Stream {
    fn in_time(&mut self, cx: &mut Context<'_>) -> io::Result<()> {
        match self.end.as_mut().poll(cx) {
            Poll::Ready(()) => Err(io::ErrorKind::TimedOut.into()),
            Poll::Pending => Ok(()),
        }
    }
}

impl AsyncRead for Stream {
    fn poll_read(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        buffer: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        self.in_time(cx)?;
        let before = buffer.filled().len();
        ready!(Pin::new(&mut self.stream).poll_read(cx, buffer))?;
        let read = buffer.filled().len().saturating_sub(before);
        let left = self.left.checked_sub(read);
        self.left = left.ok_or(io::ErrorKind::FileTooLarge)?;
        Poll::Ready(Ok(()))
    }
}

impl AsyncWrite for Stream {
    fn poll_write(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        bytes: &[u8],
    ) -> Poll<io::Result<usize>> {
        self.in_time(cx)?;
        Pin::new(&mut self.stream).poll_write(cx, bytes)
    }

    fn poll_flush(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        self.in_time(cx)?;
        Pin::new(&mut self.stream).poll_flush(cx)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        self.in_time(cx)?;
        Pin::new(&mut self.stream).poll_shutdown(cx)
    }
}
