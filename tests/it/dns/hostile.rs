//! Name servers that mean harm: each ends in a typed fault or a correct answer, in time, and nothing piles up.

use std::net::UdpSocket;
use std::thread;
use std::time::{Duration, Instant};

use certwright::core::env::{Dns, DnsFault, DnsQuestion, DnsReply, RecordData, Transport};
use certwright::core::limits;
use certwright::core::progress::Unwatched;
use certwright::platform::dns::NameServers;

use super::client::{ADDRESS, AUTHORITATIVE, https, over, tls, udp};
use super::server::{
    Identity, NameServer, endless, framed, frames, question, record, record_of, reply,
};

const NO_PAUSE: Duration = Duration::ZERO;
const TIMED_OUT: DnsFault = DnsFault::TimedOut(limits::DNS_ANSWER_MS);

/// All at once; the whole takes no longer than the slowest may.
fn asked_with(client: &NameServers, questions: &[DnsQuestion]) -> Vec<DnsReply> {
    let begun = Instant::now();
    let replies = client.ask_all(questions, &|_, _| (), &Unwatched);
    let longest = Duration::from_millis(limits::DNS_ANSWER_MS + 500);
    assert!(begun.elapsed() < longest, "{:?}", begun.elapsed());
    replies
}

fn asked(question: &DnsQuestion) -> DnsReply {
    let replies = asked_with(&NameServers::default(), std::slice::from_ref(question));
    replies.into_iter().next().unwrap()
}

fn faults(questions: &[DnsQuestion]) -> Vec<DnsFault> {
    let replies = asked_with(&NameServers::default(), questions);
    let fault = |reply: DnsReply| reply.outcome.unwrap_err();
    replies.into_iter().map(fault).collect()
}

fn fault(question: &DnsQuestion) -> DnsFault {
    asked(question).outcome.unwrap_err()
}

fn is_broken(fault: &DnsFault) -> bool {
    matches!(fault, DnsFault::Broken(_))
}

fn tcp(server: &NameServer) -> DnsQuestion {
    over(server, Transport::Tcp)
}

fn good(query: &[u8]) -> Vec<u8> {
    reply(query, AUTHORITATIVE, &[record(1, &ADDRESS)])
}

fn with_foreign_id(query: &[u8]) -> Vec<u8> {
    let mut answer = good(query);
    answer[0] ^= 0xff;
    answer
}

fn to_another_question(query: &[u8]) -> Vec<u8> {
    let mut answer = good(query);
    // "www" becomes "wwx".
    answer[15] = b'x';
    answer
}

#[test]
fn answers_with_a_foreign_id_or_to_another_question_are_none() {
    let over_udp = [
        NameServer::saying(with_foreign_id),
        NameServer::saying(to_another_question),
    ];
    let over_tcp = NameServer::tcp(|stream, query| {
        stream.write_all(&framed(&to_another_question(query))).ok();
    });
    let then_nothing = NameServer::tcp(|stream, query| {
        stream.write_all(&framed(&with_foreign_id(query))).ok();
        stream.read_exact(&mut [0]).ok();
    });
    let mut questions: Vec<DnsQuestion> = over_udp.iter().map(udp).collect();
    questions.extend([tcp(&over_tcp), tcp(&then_nothing)]);
    let told = faults(&questions);
    assert!(told[..3].iter().all(is_broken), "{told:?}");
    assert_eq!(told[3], TIMED_OUT);
}

#[test]
fn a_forged_answer_does_not_keep_the_true_one_away() {
    let server = NameServer::udp(|socket, from, query| {
        for answer in [
            with_foreign_id(query),
            to_another_question(query),
            Vec::new(),
            vec![query[0]],
            good(query),
        ] {
            socket.send_to(&answer, from).unwrap();
        }
    });
    let told = asked(&udp(&server));
    assert_eq!(told.outcome.unwrap().answers.len(), 1);
}

#[test]
fn an_answer_from_another_address_or_port_is_not_heard() {
    let server = NameServer::udp(|_, from, query| {
        for other in ["127.0.0.1:0", "127.0.0.2:0"] {
            let other = UdpSocket::bind(other).unwrap();
            other.send_to(&good(query), from).unwrap();
        }
    });
    assert_eq!(fault(&udp(&server)), TIMED_OUT);
}

#[test]
fn a_flood_of_datagrams_is_not_waited_out() {
    for datagram in [Vec::new(), vec![0; 1232]] {
        let server = NameServer::udp(move |socket, from, _| {
            for _ in 0..2000 {
                socket.send_to(&datagram, from).ok();
            }
        });
        let told = asked(&udp(&server));
        assert!(is_broken(&told.outcome.clone().unwrap_err()), "{told:?}");
        assert!(told.took_ms < 1000, "{told:?}");
    }
}

#[test]
fn a_cut_answer_that_drips_over_tcp_ends_in_time() {
    let server = NameServer::tcp(|stream, query| {
        for byte in framed(&good(query)) {
            if stream.write_all(&[byte]).is_err() {
                return;
            }
            thread::sleep(Duration::from_secs(1));
        }
    });
    assert_eq!(faults(&[udp(&server), tcp(&server)]), [TIMED_OUT; 2]);
}

#[test]
fn a_message_that_never_comes_ends_in_time() {
    let server = NameServer::tcp(|stream, _| {
        stream.write_all(&[0xff, 0xff]).ok();
        stream.read_exact(&mut [0]).ok();
    });
    assert_eq!(fault(&tcp(&server)), TIMED_OUT);
}

#[test]
fn a_stream_without_end_is_read_to_the_limit() {
    let servers = [0, 12, 200, 16_000].map(|size| {
        NameServer::tcp(move |stream, query| {
            let mut other = with_foreign_id(query);
            other.resize(size, 0);
            endless(stream, &framed(&other), NO_PAUSE);
        })
    });
    let told = faults(&servers.each_ref().map(tcp));
    let is_told = |told: &DnsFault| matches!(*told, DnsFault::TooLarge(_) | TIMED_OUT);
    assert!(is_broken(&told[0]), "{told:?}");
    assert!(told[1..].iter().all(is_told), "{told:?}");
}

#[test]
fn a_connection_that_ends_at_once_is_told() {
    let at_once = NameServer::tcp(|_, _| ());
    let told = fault(&tcp(&at_once));
    assert!(is_broken(&told), "{told:?}");
    let half = NameServer::tcp(|stream, query| {
        let message = framed(&good(query));
        stream.write_all(&message[..message.len() / 2]).ok();
    });
    let told = fault(&udp(&half));
    assert!(is_broken(&told), "{told:?}");
}

#[test]
fn messages_that_are_none_are_told() {
    let after_question = |query: &[u8], records: &[u8]| {
        let mut message = reply(query, AUTHORITATIVE, &[]);
        message[7] = 1;
        message.extend(records);
        message
    };
    let garbage = |query: &[u8]| [&query[..2], &[0xff; 200]].concat();
    let is_no_answer = |query: &[u8]| query.to_vec();
    // A name that points to itself, and two that point to each other.
    let own_tail = move |query: &[u8]| {
        let at = u8::try_from(12 + question(query).len()).unwrap();
        after_question(query, &record_of(&[0xc0, at], 1, &ADDRESS))
    };
    let forwards = move |query: &[u8]| {
        let at = u8::try_from(12 + question(query).len()).unwrap();
        after_question(query, &record_of(&[0xc0, at + 2, 0xc0, at], 1, &ADDRESS))
    };
    let short = move |query: &[u8]| after_question(query, &record(1, &[1, 2]));
    let no_record = move |query: &[u8]| after_question(query, &[]);
    let servers = [
        NameServer::saying(garbage),
        NameServer::saying(is_no_answer),
        NameServer::saying(own_tail),
        NameServer::saying(forwards),
        NameServer::saying(short),
        NameServer::saying(no_record),
    ];
    let told = faults(&servers.each_ref().map(udp));
    assert!(told.iter().all(is_broken), "{told:?}");
}

#[test]
fn an_alias_of_itself_is_an_answer_like_any_other() {
    let server = NameServer::saying(|query| reply(query, AUTHORITATIVE, &[record(5, &[0xc0, 12])]));
    let question = udp(&server);
    let answer = asked(&question).outcome.unwrap();
    assert_eq!(answer.answers[0].data, RecordData::Cname(question.name));
}

#[test]
fn text_is_kept_as_it_came() {
    const TEXT: &[u8] = b"\x00\x1b]0;owned\x07\x1b[2J\xff\xfe\"\\";
    let server = NameServer::saying(|query| {
        let length = u8::try_from(TEXT.len()).unwrap();
        let text = [&[length], TEXT].concat();
        reply(query, AUTHORITATIVE, &[record(16, &text)])
    });
    let answer = asked(&udp(&server)).outcome.unwrap();
    assert_eq!(answer.answers[0].data, RecordData::Txt(vec![TEXT.to_vec()]));
}

#[test]
fn more_records_than_are_kept_are_no_answer() {
    let least = record_of(&[0], 65_280, &[1]);
    let count = (65_535 - 200) / least.len();
    let records = vec![least.clone(); count];
    let server = NameServer::tcp(move |stream, query| {
        stream
            .write_all(&framed(&reply(query, AUTHORITATIVE, &records)))
            .ok();
    });
    let told = fault(&udp(&server));
    assert_eq!(told, DnsFault::TooLarge(count as u64));
    // As many as a header can announce, and few of them there.
    let server = NameServer::saying(move |query| {
        let mut message = reply(query, AUTHORITATIVE, std::slice::from_ref(&least));
        message[6..12].fill(0xff);
        message
    });
    let told = fault(&udp(&server));
    assert!(is_broken(&told), "{told:?}");
}

#[test]
fn a_certificate_that_nobody_trusts_is_refused() {
    let identity = Identity::of("127.0.0.1");
    let server = NameServer::tls(&identity, |stream, query| {
        stream.write_all(&framed(&good(query))).ok();
    });
    for question in [tls(&server), https(&server)] {
        let told = fault(&question);
        assert!(matches!(told, DnsFault::Tls(_)), "{told:?}");
    }
    assert!(server.heard().is_empty());
    let clear = NameServer::tcp(|_, _| ());
    let told = fault(&tls(&clear));
    assert!(matches!(told, DnsFault::Tls(_) | TIMED_OUT), "{told:?}");
}

#[test]
fn what_a_web_server_answers_instead_is_told() {
    let identity = Identity::of("127.0.0.1");
    let client = NameServers::trusting(vec![identity.der.clone()]);
    let told = |server: &NameServer| {
        let replies = asked_with(&client, &[https(server)]);
        replies.into_iter().next().unwrap().outcome.unwrap_err()
    };
    for status in [404, 500] {
        let server = NameServer::https(&identity, move |stream, _| {
            frames::answer(stream, status, b"\x1b[2Jno");
        });
        assert_eq!(told(&server), DnsFault::Http(status));
    }
    let page = NameServer::https(&identity, |stream, _| {
        frames::answer(stream, 200, b"<html>hello</html>");
    });
    assert!(is_broken(&told(&page)));
    let other = NameServer::https(&identity, |stream, query| {
        frames::answer(stream, 200, &to_another_question(query));
    });
    assert!(is_broken(&told(&other)));
}

#[test]
fn a_page_without_end_or_at_a_drip_ends_in_time() {
    let identity = Identity::of("127.0.0.1");
    let client = NameServers::trusting(vec![identity.der.clone()]);
    let endless = NameServer::https(&identity, |stream, _| {
        frames::without_end(stream, &[b'x'; 16_384], NO_PAUSE);
    });
    let drip = NameServer::https(&identity, |stream, _| {
        frames::without_end(stream, b"x", Duration::from_millis(200));
    });
    let silent = NameServer::https(&identity, |stream, _| {
        stream.read_exact(&mut [0; 1024]).ok();
    });
    let replies = asked_with(&client, &[&endless, &drip, &silent].map(https));
    let told: Vec<DnsFault> = replies
        .into_iter()
        .map(|reply| reply.outcome.unwrap_err())
        .collect();
    let is_told = is_broken(&told[0]) || matches!(told[0], DnsFault::TooLarge(_) | TIMED_OUT);
    assert!(is_told, "{told:?}");
    assert_eq!(told[1..], [TIMED_OUT; 2]);
}
