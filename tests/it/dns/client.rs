//! The client among well-meaning servers: what it asks, what it reports, when it stops.

use std::net::{IpAddr, UdpSocket};
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use certwright::core::env::{
    Dns, DnsAnswer, DnsFault, DnsName, DnsQuestion, DnsReply, DnsServer, RecordData, RecordType,
    Transport,
};
use certwright::core::progress::{Progress, Stage, Unwatched};
use certwright::platform::dns::NameServers;

use super::server::{Identity, NameServer, framed, frames, message, record, record_of, reply};

pub const ADDRESS: [u8; 4] = [192, 0, 2, 7];
/// QR and AA.
pub const AUTHORITATIVE: u16 = 0x8400;

pub fn question(server: DnsServer) -> DnsQuestion {
    DnsQuestion {
        server,
        name: DnsName::parse("www.example.test").unwrap(),
        kind: RecordType::A,
        is_recursive: false,
        wants_signatures: false,
    }
}

pub fn ask_one(client: &NameServers, question: &DnsQuestion) -> DnsReply {
    let questions = std::slice::from_ref(question);
    let replies = client.ask_all(questions, &|_, _| (), &Unwatched);
    replies.into_iter().next().unwrap()
}

pub fn over(server: &NameServer, transport: Transport) -> DnsQuestion {
    question(DnsServer {
        address: server.address,
        transport,
    })
}

pub fn udp(server: &NameServer) -> DnsQuestion {
    over(server, Transport::Udp)
}

pub fn tls(server: &NameServer) -> DnsQuestion {
    let host = "127.0.0.1".to_owned();
    over(server, Transport::Tls { host })
}

pub fn https(server: &NameServer) -> DnsQuestion {
    let (host, path) = ("127.0.0.1".to_owned(), "/dns-query".to_owned());
    over(server, Transport::Https { host, path })
}

fn good(query: &[u8]) -> Vec<u8> {
    reply(query, AUTHORITATIVE, &[record(1, &ADDRESS)])
}

fn answered(reply: DnsReply) -> DnsAnswer {
    reply.outcome.unwrap()
}

fn has_address(answer: &DnsAnswer) -> bool {
    matches!(&answer.answers[..], [record] if record.data == RecordData::A(ADDRESS.into()))
}

#[test]
fn a_question_says_what_was_wanted_and_no_more() {
    let server = NameServer::saying(good);
    let client = NameServers::default();
    let plain = udp(&server);
    let signed = DnsQuestion {
        is_recursive: true,
        wants_signatures: true,
        ..plain.clone()
    };
    let recursive = DnsQuestion {
        is_recursive: true,
        ..plain.clone()
    };
    for question in [&plain, &signed, &recursive] {
        assert!(has_address(&answered(ask_one(&client, question))));
    }
    let name = b"\x03www\x07example\x04test\x00\x00\x01\x00\x01";
    let opt = |high: u8| [0, 0, 41, 0x04, 0xd0, 0, 0, high, 0, 0, 0];
    for (heard, flags, opt) in [
        (&server.heard()[0], [0x00, 0x00], opt(0)),
        // RD, CD and DO.
        (&server.heard()[1], [0x01, 0x10], opt(0x80)),
        // RD and AD.
        (&server.heard()[2], [0x01, 0x20], opt(0)),
    ] {
        let wanted = [&flags[..], &[0, 1, 0, 0, 0, 0, 0, 1], name, &opt].concat();
        assert_eq!(heard[2..], wanted);
    }
}

#[test]
fn the_whole_message_is_told() {
    let server = NameServer::saying(|query| {
        let soa = [
            b"\x02ns\xc0\x0c".as_slice(),
            b"\xc0\x0c",
            &7_u32.to_be_bytes(),
            &[0; 12],
            &60_u32.to_be_bytes(),
        ]
        .concat();
        let answers = [
            record(5, b"\x05alias\xc0\x0c"),
            record(16, b"\x03a\"b\x00\x02\x1b["),
            record(257, b"\x80\x05Issueca.example"),
            record(39, b"\x03new\x04test\x00"),
            record(15, b"\x00\x0a\x04mail\xc0\x0c"),
            record(65_280, b"\x01\x02\x03"),
        ];
        // Extended error 6 with a text.
        let opt = [&[0, 15, 0, 7, 0, 6][..], b"bogus"].concat();
        let mut additional = record_of(&[0], 41, &opt);
        additional[3..9].copy_from_slice(&[0x04, 0xd0, 0, 0, 0, 0]);
        let glue = record_of(
            b"\x02NS\xc0\x0c",
            28,
            &[0x20, 1, 0xd, 0xb8, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1],
        );
        // QR, AA, RA, AD, SERVFAIL.
        message(
            query,
            0x84a2,
            [&answers, &[record(6, &soa)], &[glue, additional]],
        )
    });
    let answer = answered(ask_one(&NameServers::default(), &udp(&server)));
    assert_eq!(answer.code, 2);
    assert!(answer.is_authoritative && answer.is_authenticated && answer.recurses);
    assert!(!answer.is_over_tcp);
    assert_eq!(answer.errors, [(6, "bogus".to_owned())]);
    let name = |text| DnsName::parse(text).unwrap();
    let data: Vec<RecordData> = answer.answers.iter().map(|one| one.data.clone()).collect();
    assert_eq!(
        data,
        [
            RecordData::Cname(name("alias.www.example.test")),
            RecordData::Txt(vec![b"a\"b".to_vec(), Vec::new(), b"\x1b[".to_vec()]),
            RecordData::Caa {
                flags: 128,
                tag: "Issue".to_owned(),
                value: b"ca.example".to_vec(),
            },
            RecordData::Cname(name("new.test")),
            RecordData::Other(b"\x00\x0a\x04mail\x03www\x07example\x04test\x00".to_vec()),
            RecordData::Other(vec![1, 2, 3]),
        ]
    );
    assert_eq!(answer.answers[3].kind, RecordType::DNAME);
    assert_eq!(answer.answers[5].kind, RecordType(65_280));
    assert!(answer.answers.iter().all(|one| one.ttl == 300));
    let RecordData::Soa {
        primary,
        serial,
        minimum,
    } = &answer.authority[0].data
    else {
        panic!("{:?}", answer.authority);
    };
    assert_eq!(
        (primary, *serial, *minimum),
        (&name("ns.www.example.test"), 7, 60)
    );
    assert_eq!(answer.additional.len(), 1, "OPT is no record");
    assert_eq!(answer.additional[0].name, name("ns.www.example.test"));
    assert!(matches!(answer.additional[0].data, RecordData::Aaaa(_)));
}

#[test]
fn what_udp_cuts_comes_over_tcp() {
    let server = NameServer::tcp(|stream, query| {
        stream.write_all(&framed(&good(query))).unwrap();
    });
    let answer = answered(ask_one(&NameServers::default(), &udp(&server)));
    assert!(has_address(&answer) && answer.is_over_tcp);
}

#[test]
fn a_server_that_knows_no_extensions_is_asked_without() {
    let server = NameServer::saying(|query| match query[11] {
        0 => good(query),
        // FORMERR.
        _ => reply(query, 0x8001, &[]),
    });
    let client = NameServers::default();
    assert!(has_address(&answered(ask_one(&client, &udp(&server)))));
    assert_eq!(server.heard().len(), 2);
}

#[test]
fn a_lost_question_is_sent_again() {
    let heard = Mutex::new(0);
    let server = NameServer::udp(move |socket, from, query| {
        let mut heard = heard.lock().unwrap();
        *heard += 1;
        if *heard == 2 {
            socket.send_to(&good(query), from).unwrap();
        }
    });
    let told = ask_one(&NameServers::default(), &udp(&server));
    assert!((900..2000).contains(&told.took_ms), "{}", told.took_ms);
    assert!(has_address(&answered(told)));
}

#[test]
fn encrypted_answers_come_from_the_server_that_was_named() {
    let identity = Identity::of("127.0.0.1");
    let client = NameServers::trusting(vec![identity.der.clone()]);
    let over_tls = NameServer::tls(&identity, |stream, query| {
        stream.write_all(&framed(&good(query))).unwrap();
        stream.flush().unwrap();
        stream.read_exact(&mut [0]).ok();
    });
    assert!(has_address(&answered(ask_one(&client, &tls(&over_tls)))));
    let over_https = NameServer::https(&identity, |stream, query| {
        frames::answer(stream, 200, &good(query));
    });
    assert!(has_address(&answered(ask_one(
        &client,
        &https(&over_https)
    ))));

    let host = "other.example".to_owned();
    let other = over(&over_tls, Transport::Tls { host });
    let told = ask_one(&client, &other).outcome;
    assert!(matches!(told, Err(DnsFault::Tls(_))), "{told:?}");
}

#[test]
fn a_port_where_nobody_listens_is_told_at_once() {
    let free = UdpSocket::bind("127.0.0.1:0")
        .unwrap()
        .local_addr()
        .unwrap();
    for transport in [
        Transport::Udp,
        Transport::Tcp,
        Transport::Tls {
            host: "127.0.0.1".to_owned(),
        },
    ] {
        let address = free;
        let told = ask_one(
            &NameServers::default(),
            &question(DnsServer { address, transport }),
        );
        assert_eq!(told.outcome, Err(DnsFault::Refused));
        assert!(told.took_ms < 500);
    }
}

#[test]
fn replies_are_heard_as_they_come_and_returned_in_order() {
    let slow = NameServer::saying(|query| {
        thread::sleep(Duration::from_millis(300));
        good(query)
    });
    let fast = NameServer::saying(good);
    let order = Mutex::new(Vec::new());
    let caller = thread::current().id();
    let heard = |index: usize, reply: &DnsReply| {
        assert_eq!(thread::current().id(), caller);
        assert!(reply.outcome.is_ok());
        order.lock().unwrap().push(index);
    };
    let replies = NameServers::default().ask_all(&[udp(&slow), udp(&fast)], &heard, &Unwatched);
    assert_eq!(*order.lock().unwrap(), [1, 0]);
    assert!(replies[0].took_ms > replies[1].took_ms);
}

#[test]
fn several_threads_ask_at_the_same_time() {
    let server = NameServer::saying(good);
    let client = NameServers::default();
    let questions = vec![udp(&server); 40];
    thread::scope(|scope| {
        for _ in 0..4 {
            scope.spawn(|| {
                let replies = client.ask_all(&questions, &|_, _| (), &Unwatched);
                assert!(
                    replies
                        .into_iter()
                        .all(|reply| has_address(&answered(reply)))
                );
            });
        }
    });
}

/// Cancelled after a while.
#[derive(Default)]
struct Cancel(AtomicBool);

impl Progress for Cancel {
    fn report(&self, _stage: Stage, _done: u64, _total: u64) {}

    fn is_cancelled(&self) -> bool {
        self.0.load(Ordering::SeqCst)
    }
}

#[test]
fn a_cancel_is_answered_within_a_tenth_of_a_second() {
    let silent = NameServer::udp(|_, _, _| ());
    let client = NameServers::default();
    let cancel = Cancel::default();
    let mut questions = vec![udp(&silent); 300];
    questions.push(over(&silent, Transport::Tcp));
    let asked = thread::scope(|scope| {
        let running = scope.spawn(|| {
            let replies = client.ask_all(&questions, &|_, _| (), &cancel);
            (replies, Instant::now())
        });
        thread::sleep(Duration::from_millis(200));
        cancel.0.store(true, Ordering::SeqCst);
        let asked = Instant::now();
        let (replies, ended) = running.join().unwrap();
        let cancelled = replies
            .iter()
            .filter(|reply| reply.outcome == Err(DnsFault::Cancelled));
        assert_eq!(cancelled.count(), 301);
        ended.duration_since(asked)
    });
    assert!(asked < Duration::from_millis(100), "{asked:?}");
}

#[test]
fn dead_resolvers_cost_their_time_out_once() {
    let living: Vec<NameServer> = (0..17).map(|_| NameServer::saying(good)).collect();
    let dead: Vec<NameServer> = (0..3).map(|_| NameServer::udp(|_, _, _| ())).collect();
    let questions: Vec<DnsQuestion> = living.iter().chain(&dead).map(udp).collect();
    let begun = Instant::now();
    let replies = NameServers::default().ask_all(&questions, &|_, _| (), &Unwatched);
    let took = begun.elapsed();
    let good = replies.iter().filter(|reply| reply.outcome.is_ok()).count();
    let slowest = replies.iter().filter(|reply| reply.outcome.is_ok());
    let slowest = slowest.map(|reply| reply.took_ms).max();
    println!("20 resolvers, 3 dead: {took:?}, slowest living answer {slowest:?} ms");
    assert_eq!(good, 17);
    assert!(
        replies[17..]
            .iter()
            .all(|reply| reply.outcome == Err(DnsFault::TimedOut(3000)))
    );
    assert!(took < Duration::from_millis(3150), "{took:?}");
}

#[test]
fn this_computer_tells_what_it_asks_by_itself() {
    let system = NameServers::default().system();
    assert!(!system.resolvers.is_empty() || system.fault.is_some());
    let local = |(name, address): &(String, IpAddr)| name == "localhost" && address.is_loopback();
    assert!(cfg!(windows) || system.hosts.iter().any(local));
}
