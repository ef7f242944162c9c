//! A watch over name servers in memory, with a clock of its own.

use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};

use certwright::core::diagnose::expected::Expected;
use certwright::core::diagnose::watch::Watch;
use certwright::core::diagnose::{Diagnosis, Event, Lane, Request, Setup, run};
use certwright::core::env::memory::{
    CountingRandom, MemoryDns, MemoryFiles, MemoryIis, MemoryLedger, MemoryWeb, NoStores,
};
use certwright::core::env::{
    Clock, Dns, DnsName, DnsQuestion, DnsReply, Env, NoElevation, OneByOne, SystemDns,
};
use certwright::core::op::{Outcome, Report};
use certwright::core::progress::{Cancelled, Progress, Stage, check};
use certwright::core::time::Moment;

/// Time goes on while one rests.
struct RestingClock(AtomicU64);

impl Clock for RestingClock {
    fn now(&self) -> Moment {
        Moment(1_790_000_000)
    }

    fn ticks(&self) -> u64 {
        self.0.load(Ordering::Relaxed)
    }

    fn rest(&self, milliseconds: u64, progress: &dyn Progress) -> Result<(), Cancelled> {
        self.0.fetch_add(milliseconds, Ordering::Relaxed);
        check(progress)
    }
}

/// Servers that have the record from a moment on.
struct Later<'a> {
    clock: &'a RestingClock,
    from: u64,
    before: MemoryDns,
    after: MemoryDns,
}

impl Dns for Later<'_> {
    fn ask_all(
        &self,
        questions: &[DnsQuestion],
        heard: &dyn Fn(usize, &DnsReply),
        progress: &dyn Progress,
    ) -> Vec<DnsReply> {
        match self.clock.ticks() < self.from {
            true => self.before.ask_all(questions, heard, progress),
            false => self.after.ask_all(questions, heard, progress),
        }
    }

    fn system(&self) -> SystemDns {
        SystemDns::default()
    }
}

/// Hears the rounds, and wants no more after one of them.
#[derive(Default)]
struct Ear {
    rounds: Mutex<Vec<(u32, u64)>>,
    stops_after: Option<u32>,
    is_over: AtomicBool,
}

impl Progress for Ear {
    fn report(&self, _stage: Stage, _done: u64, _total: u64) {}

    fn is_cancelled(&self) -> bool {
        self.is_over.load(Ordering::Relaxed)
    }

    fn learnt(&self, event: Event) {
        if let Event::Round { round, rests_secs } = event {
            self.rounds.lock().unwrap().push((round, rests_secs));
            if self.stops_after == Some(round) && rests_secs > 0 {
                self.is_over.store(true, Ordering::Relaxed);
            }
        }
    }
}

fn servers(record: &str) -> MemoryDns {
    MemoryDns::default()
        .with_zone(
            "198.41.0.4",
            ".",
            "com 9 NS ns.gtld.com\nns.gtld.com 9 A 9.0.0.1\n. 9 SOA a.root 1 60",
        )
        .with_zone(
            "9.0.0.1",
            "com",
            "com 9 SOA ns.gtld.com 1 60\nexample.com 9 NS ns1.example.com\nns1.example.com 9 A 9.0.1.1",
        )
        .with_zone(
            "9.0.1.1",
            "example.com",
            &format!(
                "example.com 9 SOA ns1.example.com 1 60\nexample.com 9 NS ns1.example.com\n\
                 ns1.example.com 9 A 9.0.1.1\n{record}"
            ),
        )
}

/// Watches every 10 seconds for a minute a record that comes after so many milliseconds.
fn watched(from: u64, ear: &Ear) -> Outcome {
    let clock = RestingClock(AtomicU64::new(0));
    let dns = Later {
        clock: &clock,
        from,
        before: servers(""),
        after: servers("_dnsauth.example.com 9 TXT value"),
    };
    let request = Request {
        lanes: vec![Lane::Validation],
        expected: vec![Expected::txt("_dnsauth.example.com=value").unwrap()],
        setup: Setup {
            roots: vec!["198.41.0.4:53".parse().unwrap()],
            with_system: false,
            ..Setup::default()
        },
        watch: Some(Watch {
            every_secs: 10,
            until_secs: 60,
        }),
        ..Request::of(vec![DnsName::parse("example.com").unwrap()])
    };
    let env = Env {
        files: &MemoryFiles::default(),
        clock: &clock,
        parallel: &OneByOne,
        random: &CountingRandom::default(),
        stores: &NoStores,
        iis: &MemoryIis::default(),
        elevation: &NoElevation,
        ledger: &MemoryLedger::default(),
        dns: &dns,
        web: &MemoryWeb::default(),
        dial: &certwright::core::env::NoDialer,
    };
    run(&request, &env, ear)
}

fn rounds(outcome: Outcome) -> u32 {
    let told = |diagnosis: &Diagnosis| diagnosis.rounds;
    match outcome {
        Outcome::Done(Report::Diagnosis(diagnosis)) => told(&diagnosis),
        _ => panic!("no diagnosis"),
    }
}

#[test]
fn a_watch_ends_as_soon_as_the_record_is_visible() {
    let ear = Ear::default();
    assert_eq!(rounds(watched(25_000, &ear)), 4);
    let heard = ear.rounds.into_inner().unwrap();
    assert_eq!(
        heard,
        [(1, 0), (1, 10), (2, 0), (2, 10), (3, 0), (3, 10), (4, 0)]
    );
}

#[test]
fn a_watch_ends_when_its_time_is_over() {
    assert_eq!(rounds(watched(u64::MAX, &Ear::default())), 7);
}

#[test]
fn a_watch_can_be_cancelled_while_it_rests() {
    let ear = Ear {
        stops_after: Some(2),
        ..Ear::default()
    };
    assert!(matches!(watched(u64::MAX, &ear), Outcome::Cancelled));
    assert_eq!(ear.rounds.into_inner().unwrap().last(), Some(&(2, 10)));
}
