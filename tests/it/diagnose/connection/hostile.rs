//! Servers that mean harm: each ends in a finding of its own kind, in time, and nothing piles up.

use std::io::{self, Write};
use std::net::TcpStream;
use std::sync::Arc;
use std::thread;
use std::time::{Duration, Instant};

use certwright::core::diagnose::{CheckId, Mark};
use certwright::core::finding::Id;
use rustls::{ServerConfig, ServerConnection};

use super::scene::{HURRY, NAME, look};
use crate::dial::server::{Identity, Server, Wants, drain, record};

const HANDSHAKE: u8 = 22;
const CERTIFICATE: u8 = 11;

fn framed(content: u8, body: &[u8]) -> Vec<u8> {
    let length = u16::try_from(body.len()).unwrap().to_be_bytes();
    [&[content, 3, 3], &length[..], body].concat()
}

/// A hello of TLS 1.2 that agrees to ECDHE-RSA-AES128-GCM-SHA256.
fn server_hello() -> Vec<u8> {
    let body = [&[3, 3][..], &[7; 32], &[0, 0xc0, 0x2f, 0, 0, 0]].concat();
    let extensions = [0xff, 0x01, 0, 1, 0];
    let body = [&body[..body.len() - 2], &[0, 5], &extensions].concat();
    let length = u8::try_from(body.len()).unwrap();
    framed(HANDSHAKE, &[&[2, 0, 0, length], &body[..]].concat())
}

/// Hears a hello, then does this.
fn after_hello(answer: impl Fn(&mut TcpStream) + Send + Sync + 'static) -> Server {
    Server::doing(move |stream| {
        if record(stream).is_ok() {
            answer(stream);
        }
    })
}

fn says(words: Vec<u8>) -> Server {
    after_hello(move |stream| {
        stream.write_all(&words).ok();
        drain(stream);
    })
}

/// All at once: what was found at each, in time.
fn found(servers: &[Server]) -> Vec<Id> {
    let begun = Instant::now();
    let addresses: Vec<_> = servers.iter().map(|server| server.address).collect();
    let told = look(&addresses);
    // The call, the second try as an old client, and a little for this computer.
    let longest = Duration::from_millis(HURRY.whole_ms * 8);
    assert!(begun.elapsed() < longest, "{:?}", begun.elapsed());
    addresses.iter().map(|one| told.found(*one)).collect()
}

#[test]
fn nonsense_within_records_is_no_tls() {
    let servers = [
        says(framed(HANDSHAKE, &[9; 64])),
        says(framed(23, &[9; 64])),
        says([&[HANDSHAKE, 3, 3, 0xff, 0xff][..], &[0; 4096]].concat()),
        says([&[HANDSHAKE, 9, 9, 0, 4][..], &[0; 4096]].concat()),
        says(
            [
                server_hello(),
                framed(HANDSHAKE, &[CERTIFICATE, 0, 0, 6, 0, 0, 3, 9, 9, 9]),
            ]
            .concat(),
        ),
    ];
    assert_eq!(found(&servers), vec![Id::TlsBroken; servers.len()]);
}

#[test]
fn an_alert_at_every_stage_is_an_alert() {
    let alert = |code| framed(21, &[2, code]);
    let servers = [
        says(alert(70)),
        says([server_hello(), alert(80)].concat()),
        says(alert(112)),
        says(alert(200)),
    ];
    assert_eq!(found(&servers), vec![Id::TlsAlert; servers.len()]);
}

/// A list of certificates of 16 MiB.
fn with_16_megabytes() -> Server {
    after_hello(|stream| {
        let begin = [&[CERTIFICATE, 0xff, 0xff, 0xff][..], &[0; 1000]].concat();
        stream.write_all(&server_hello()).ok();
        stream.write_all(&framed(HANDSHAKE, &begin)).ok();
        for _ in 0..1100 {
            if stream.write_all(&framed(HANDSHAKE, &[0; 16000])).is_err() {
                return;
            }
        }
    })
}

#[test]
fn a_list_of_certificates_of_16_megabytes_is_not_read_to_its_end() {
    assert_eq!(found(&[with_16_megabytes()]), [Id::TlsTooMuch]);
}

#[test]
fn endless_talk_ends() {
    let again =
        |words: Vec<u8>| after_hello(move |stream| while stream.write_all(&words).is_ok() {});
    let text = Server::doing(|stream| while stream.write_all(&[b'x'; 4096]).is_ok() {});
    let servers = [
        again(framed(20, &[1])),
        again(framed(21, &[1, 90])),
        again(server_hello()),
        text,
    ];
    let wanted = [
        Id::TlsBroken,
        Id::TlsBroken,
        Id::TlsBroken,
        Id::TlsOtherProtocol,
    ];
    assert_eq!(found(&servers), wanted);
}

#[test]
fn dripping_ends_in_time() {
    let drip = |words: Vec<u8>| {
        after_hello(move |stream| {
            for byte in &words {
                thread::sleep(Duration::from_millis(100));
                if stream.write_all(&[*byte]).is_err() {
                    return;
                }
            }
        })
    };
    let servers = [drip(framed(HANDSHAKE, &[2; 4000])), drip(vec![b'H'; 4000])];
    assert_eq!(found(&servers), [Id::TlsSilent, Id::TlsOtherProtocol]);
}

/// Everything that is not encrypted in records of one byte.
fn in_bytes(tls: &mut ServerConnection, stream: &mut TcpStream) -> io::Result<()> {
    while tls.wants_write() {
        let mut words = Vec::new();
        tls.write_tls(&mut words)?;
        let mut rest = words.as_slice();
        while let Some((head, _)) = rest.split_at_checked(5) {
            let length = usize::from(u16::from_be_bytes([head[3], head[4]]));
            let (whole, after) = rest.split_at(5 + length);
            rest = after;
            match tls.is_handshaking() && head[0] == HANDSHAKE {
                true => {
                    for byte in &whole[5..] {
                        stream.write_all(&framed(HANDSHAKE, &[*byte]))?;
                    }
                }
                false => stream.write_all(whole)?,
            }
        }
    }
    Ok(())
}

fn serve_in_bytes(stream: &mut TcpStream, config: &Arc<ServerConfig>) -> io::Result<()> {
    let mut tls = ServerConnection::new(Arc::clone(config)).map_err(io::Error::other)?;
    while tls.read_tls(stream)? > 0 {
        tls.process_new_packets().map_err(io::Error::other)?;
        in_bytes(&mut tls, stream)?;
    }
    Ok(())
}

#[test]
fn records_of_one_byte_are_put_together() {
    let config = Identity::of(NAME).config(&[&rustls::version::TLS12], Wants::Nothing);
    let config = Arc::new(config);
    let server = Server::doing(move |stream| {
        serve_in_bytes(stream, &config).ok();
    });
    let told = look(&[server.address]);
    let check = told.at(server.address);
    assert_eq!(check.mark(), Some(Mark::Good), "{check:#?}");
    assert_eq!(told.mark(CheckId::Reach), Some(Mark::Good));
}

/// The program against many hostile servers at once, and the most memory it ever had, in KiB.
#[cfg(target_os = "linux")]
fn peak_kib(servers: &[Server]) -> u64 {
    let data = tempfile::tempdir().unwrap();
    let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_certwright-cli"));
    command.args(["diagnose", "tls", NAME, "--json"]);
    for server in servers {
        command.arg("--connect").arg(server.address.to_string());
    }
    command.env("CERTWRIGHT_DATA", data.path());
    let silent = command.stdout(std::process::Stdio::null());
    let mut child = silent.spawn().unwrap();
    let status = format!("/proc/{}/status", child.id());
    let mut peak = 0;
    let code = loop {
        let words = std::fs::read_to_string(&status).unwrap_or_default();
        let line = words.lines().find_map(|line| line.strip_prefix("VmHWM:"));
        let kib = line.and_then(|line| line.split_ascii_whitespace().next()?.parse().ok());
        peak = peak.max(kib.unwrap_or(0));
        if let Some(code) = child.try_wait().unwrap() {
            break code;
        }
        thread::sleep(Duration::from_millis(5));
    };
    assert_eq!(code.code(), Some(1));
    peak
}

#[cfg(target_os = "linux")]
#[test]
fn the_program_stays_small_whatever_servers_send() {
    let servers: Vec<Server> = (0..12)
        .map(|at| match at % 3 {
            0 => with_16_megabytes(),
            1 => after_hello(|stream| while stream.write_all(&[22; 65536]).is_ok() {}),
            _ => Server::doing(|stream| while stream.write_all(&[b'x'; 65536]).is_ok() {}),
        })
        .collect();
    let peak = peak_kib(&servers);
    assert!(peak > 1 << 10 && peak < 150 << 10, "{peak} KiB");
    eprintln!("{peak} KiB at most");
}
