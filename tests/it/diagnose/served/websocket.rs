//! WebSockets behind nginx: with and without the headers that have to be passed on.

use std::io::{BufRead, BufReader, Write};
use std::net::TcpListener;
use std::thread;

use base64ct::{Base64, Encoding};
use certwright::core::diagnose::{CheckId, Mark};
use certwright::core::finding::Id;
use sha1::{Digest, Sha1};

use super::pki::{Like, Pki};
use super::world::{Asking, NAME, Nginx, server};

/// A server that opens a WebSocket for whoever asks for one, and answers 400 else.
fn application() -> u16 {
    let listener = TcpListener::bind(("127.0.0.1", 0)).unwrap();
    let port = listener.local_addr().unwrap().port();
    thread::spawn(move || {
        for stream in listener.incoming().flatten().take(8) {
            let mut lines = BufReader::new(stream.try_clone().unwrap()).lines();
            let (mut key, mut upgrades) = (None, false);
            while let Some(Ok(line)) = lines
                .next()
                .filter(|line| line.as_ref().is_ok_and(|line| !line.is_empty()))
            {
                let lower = line.to_lowercase();
                if let Some(value) = lower.strip_prefix("sec-websocket-key:") {
                    key = line
                        .get(line.len() - value.trim().len()..)
                        .map(str::to_owned);
                }
                upgrades |= lower == "upgrade: websocket";
            }
            let mut stream = stream;
            let answer = match (key, upgrades) {
                (Some(key), true) => {
                    let proof = Sha1::digest(format!("{key}258EAFA5-E914-47DA-95CA-C5AB0DC85B11"));
                    let proof = Base64::encode_string(&proof);
                    format!(
                        "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\n\
                         Connection: Upgrade\r\nSec-WebSocket-Accept: {proof}\r\n\r\n"
                    )
                }
                _ => "HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n".to_owned(),
            };
            stream.write_all(answer.as_bytes()).ok();
        }
    });
    port
}

#[test]
fn a_websocket_opens_where_the_proxy_passes_its_headers_on() {
    let pki = Pki::new();
    let leaf = pki.leaf(&Like::new(NAME));
    let to = application();
    let pass = format!("proxy_pass http://127.0.0.1:{to}; proxy_http_version 1.1;");
    let headers =
        "proxy_set_header Upgrade $http_upgrade; proxy_set_header Connection \"upgrade\";";
    let sites = format!("location /chat {{ {pass} {headers} }} location /bare {{ {pass} }}");
    let files = [
        ("c", pki.full(&leaf).into()),
        ("k", leaf.key.clone().into()),
    ];
    let nginx = Nginx::start(&files, &server("127.0.0.1", "c", "k", &sites));
    let mut asking = Asking::at(&pki, &[nginx.at("127.0.0.1")]);
    asking.request.websocket = Some("/chat".to_owned());
    let told = asking.check(CheckId::WebSocket);
    assert_eq!(told.check.mark(), Some(Mark::Good), "{:?}", told.served());
    asking.request.websocket = Some("/bare".to_owned());
    let told = asking.check(CheckId::WebSocket);
    assert_eq!(told.ids(), [Id::WebSocketRefused]);
    // Without a path nobody said that there should be one.
    asking.request.websocket = None;
    let told = asking.check(CheckId::WebSocket);
    assert_eq!(told.check.mark(), Some(Mark::Good));
}
