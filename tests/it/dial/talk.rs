//! How conversations begin and end, whatever is said in them.

use std::io::{Read, Write};
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::{Duration, Instant};

use certwright::core::env::{Call, Dialer, Patience, Script, TalkEnd, Talked, Turn};
use certwright::core::limits;
use certwright::core::progress::{Progress, Stage, Unwatched};
use certwright::platform::dial::Servers;

use super::server::{Server, drain};

/// Says hello, and listens until it heard enough.
struct Listens {
    heard: Vec<u8>,
    enough: usize,
}

impl Script for Listens {
    fn next(&mut self, heard: &[u8], _at_ms: u64) -> Turn {
        self.heard.extend_from_slice(heard);
        match (heard.is_empty(), self.heard.len() >= self.enough) {
            (_, true) => Turn::over(),
            (true, _) => Turn::say(b"hello".to_vec()),
            (false, _) => Turn::wait(),
        }
    }
}

fn call(server: &Server, enough: usize) -> Call {
    let heard = Vec::new();
    Call {
        patience: Patience {
            connect_ms: 300,
            quiet_ms: 300,
            whole_ms: 900,
        },
        limit_bytes: 1000,
        ..Call::new(server.address, Listens { heard, enough })
    }
}

fn talked(call: Call) -> Talked {
    let mut all = Servers::default().talk_all(vec![call], &Unwatched);
    all.remove(0)
}

#[test]
fn words_go_to_and_fro_until_there_are_enough() {
    let server = Server::doing(|stream| {
        let mut heard = [0; 5];
        stream.read_exact(&mut heard).unwrap();
        stream.write_all(&heard).unwrap();
        drain(stream);
    });
    let talk = talked(call(&server, 5));
    assert_eq!((&talk.end, talk.heard_bytes), (&TalkEnd::Over, 5));
    let times = talk.times;
    let connected = times.connected_ms.unwrap();
    assert!(connected <= times.first_byte_ms.unwrap() && connected <= times.ended_ms);
    let (script, ..) = talk.into_script::<Listens>().unwrap();
    assert_eq!(script.heard, b"hello");
}

#[test]
fn every_end_is_told_from_the_others() {
    let closes = Server::doing(|stream| {
        stream.read_exact(&mut [0; 5]).ok();
    });
    assert_eq!(talked(call(&closes, 9)).end, TalkEnd::Closed);
    // Words that nobody read make the system break the connection off.
    let resets = Server::doing(|_| thread::sleep(Duration::from_millis(50)));
    assert_eq!(talked(call(&resets, 9)).end, TalkEnd::Reset);
    let silent = Server::doing(drain);
    let begun = Instant::now();
    assert_eq!(talked(call(&silent, 9)).end, TalkEnd::Silent);
    assert!(begun.elapsed() < Duration::from_millis(700));
    let endless = Server::doing(|stream| while stream.write_all(&[7; 512]).is_ok() {});
    assert_eq!(talked(call(&endless, usize::MAX)).end, TalkEnd::TooMuch);
    let nobody = Server::once(drain);
    assert_eq!(talked(call(&nobody, 9)).end, TalkEnd::Silent);
    thread::sleep(Duration::from_millis(20));
    assert_eq!(talked(call(&nobody, 9)).end, TalkEnd::Refused);
}

#[test]
fn dripping_ends_with_the_whole_time() {
    let drips = Server::doing(|stream| {
        while stream.write_all(&[7]).is_ok() {
            thread::sleep(Duration::from_millis(50));
        }
    });
    let begun = Instant::now();
    assert_eq!(talked(call(&drips, usize::MAX)).end, TalkEnd::Silent);
    assert!((850..1500).contains(&begun.elapsed().as_millis()));
}

#[test]
fn a_hurried_dialer_waits_no_longer_than_it_may() {
    let silent = Server::doing(drain);
    let heard = Vec::new();
    let patient = Call::new(silent.address, Listens { heard, enough: 9 });
    let most = Patience {
        quiet_ms: 100,
        ..Patience::default()
    };
    let begun = Instant::now();
    let all = Servers::hurried(most).talk_all(vec![patient], &Unwatched);
    assert_eq!(all[0].end, TalkEnd::Silent);
    assert!(begun.elapsed() < Duration::from_secs(1));
}

/// Wants the result until it is told otherwise.
#[derive(Default)]
struct Cancelling(AtomicBool);

impl Progress for Cancelling {
    fn report(&self, _stage: Stage, _done: u64, _total: u64) {}

    fn is_cancelled(&self) -> bool {
        self.0.load(Ordering::Relaxed)
    }
}

#[test]
fn a_cancel_is_answered_at_once_and_closes_every_connection() {
    let closed = Arc::new(AtomicUsize::new(0));
    let counted = Arc::clone(&closed);
    let silent = Server::doing(move |stream| {
        drain(stream);
        counted.fetch_add(1, Ordering::Relaxed);
    });
    let calls = (0..4).map(|_| {
        Call::new(
            silent.address,
            Listens {
                heard: Vec::new(),
                enough: 9,
            },
        )
    });
    let (servers, progress) = (Servers::default(), Cancelling::default());
    let ends = thread::scope(|scope| {
        let talking = scope.spawn(|| {
            let all = servers.talk_all(calls.collect(), &progress);
            (
                Instant::now(),
                all.into_iter().map(|one| one.end).collect::<Vec<_>>(),
            )
        });
        thread::sleep(Duration::from_millis(150));
        let cancelled = Instant::now();
        progress.0.store(true, Ordering::Relaxed);
        let (ended, ends) = talking.join().unwrap();
        assert!(ended - cancelled < Duration::from_millis(100));
        ends
    });
    assert_eq!(ends, vec![TalkEnd::Cancelled; 4]);
    thread::sleep(Duration::from_millis(100));
    assert_eq!(closed.load(Ordering::Relaxed), 4);
}

#[test]
fn one_server_is_not_overrun() {
    let open = Arc::new(AtomicUsize::new(0));
    let most = Arc::new(AtomicUsize::new(0));
    let times = Arc::new(Mutex::new(Vec::new()));
    let (now, peak, noted) = (Arc::clone(&open), Arc::clone(&most), Arc::clone(&times));
    let server = Server::doing(move |stream| {
        noted.lock().unwrap().push(Instant::now());
        peak.fetch_max(now.fetch_add(1, Ordering::SeqCst) + 1, Ordering::SeqCst);
        let mut heard = [0; 5];
        stream.read_exact(&mut heard).unwrap();
        thread::sleep(Duration::from_millis(10));
        now.fetch_sub(1, Ordering::SeqCst);
        stream.write_all(&heard).unwrap();
    });
    let servers = Servers::default();
    let batch = || {
        let calls = (0..10).map(|_| call(&server, 5)).collect();
        let all = servers.talk_all(calls, &Unwatched);
        assert!(all.iter().all(|one| one.end == TalkEnd::Over));
    };
    let begun = Instant::now();
    // Two batches share the limit.
    thread::scope(|scope| {
        scope.spawn(batch);
        scope.spawn(batch);
    });
    assert_eq!(server.connections(), 20);
    assert!(most.load(Ordering::SeqCst) <= limits::DIAL_AT_ONCE);
    let least = Duration::from_millis(19 * limits::DIAL_GAP_MS);
    assert!(begun.elapsed() >= least, "{:?}", begun.elapsed());
}

/// Falls over.
struct Falls;

impl Script for Falls {
    fn next(&mut self, _heard: &[u8], _at_ms: u64) -> Turn {
        panic!("a script's fault")
    }
}

#[test]
fn a_script_that_falls_over_takes_nobody_along() {
    let server = Server::doing(|stream| {
        stream.write_all(b"hello").ok();
        drain(stream);
    });
    let servers = Servers::default();
    let calls = vec![Call::new(server.address, Falls), call(&server, 5)];
    let all = servers.talk_all(calls, &Unwatched);
    assert!(matches!(all[0].end, TalkEnd::Broken(_)));
    assert_eq!(all[1].end, TalkEnd::Over);
    let again = servers.talk_all(vec![call(&server, 5)], &Unwatched);
    assert_eq!(again[0].end, TalkEnd::Over);
}

#[test]
fn this_computer_knows_its_addresses_and_who_listens() {
    let servers = Servers::default();
    let own = |address: &str| servers.is_own(address.parse().unwrap());
    assert!(own("127.0.0.1"));
    assert!(!own("192.0.2.1") && !own("0.0.0.0") && !own("224.0.0.1"));
    let server = Server::doing(drain);
    let listeners = servers.listeners().unwrap();
    let mine = listeners.iter().find(|one| one.address == server.address);
    assert!(mine.expect("listens").program.is_some());
}
