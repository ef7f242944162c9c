//! Asking and remembering: one [`Asker`] serves a whole run. It judges every address before it is contacted,
//! maps ports, keeps a time line, asks nothing twice, and notices when there is no network at all.

mod inside;
mod journal;
mod once;
mod resolve;
mod rounds;
mod silent;
mod walk;

use std::collections::{HashMap, HashSet};
use std::net::SocketAddr;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

pub use journal::{Asked, AskedOutcome, Purpose, Said, Source, What, value};
pub use resolve::{Ended, Resolution, alias, is_registry, negative_ttl};
pub use walk::{ServerReply, Walk, WalkEnd, Zone, ZoneServer};

use super::check::{Check, CheckKey, Lane};
use super::report::{Event, Served};
use super::request::Request;
use crate::core::bundle::trust::{self, TrustUsed};
use crate::core::chain::Roots;
use crate::core::env::{
    Call, DnsFault, DnsName, DnsQuestion, DnsReply, DnsServer, Env, RecordType, SystemDns, Talked,
    WebAnswer, WebFault, WebRequest,
};
use crate::core::limits;
use crate::core::progress::{Cancelled, Progress, check};
use journal::Journal;

/// A source of recursive answers and what it said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SourceReply {
    /// Who.
    pub source: Source,
    /// What it said.
    pub reply: DnsReply,
}

/// Asks for one run. Shared by its lanes, which run side by side.
pub struct Asker<'a> {
    /// The world.
    pub env: &'a Env<'a>,
    /// What is to be found out.
    pub request: &'a Request,
    /// What this computer asks by itself.
    pub system: SystemDns,
    progress: &'a dyn Progress,
    journal: Journal,
    heard: Mutex<HashMap<Key, DnsReply>>,
    on_the_way: once::OnTheWay<Key>,
    hushed: Mutex<HashSet<DnsName>>,
    walks: walk::Walks,
    inside: inside::Insides,
    /// Servers that did not answer, and how that ended.
    silent: Mutex<silent::Silent>,
    served: Mutex<Vec<Served>>,
    /// The roots of the run, once they were asked for.
    roots: OnceLock<Option<Trust>>,
    /// How many questions were sent since answers were last forgotten.
    sent: AtomicUsize,
}

/// Trusted roots, and what they are called.
type Trust = (Arc<Roots>, TrustUsed);

type Key = (DnsServer, DnsName, RecordType, bool, bool);

/// What to ask of a server, for [`Asker::ask_all`]: the server's label on the time line beside the question.
pub type Labelled = (String, DnsQuestion);

impl<'a> Asker<'a> {
    /// Nothing is asked yet.
    pub fn new(request: &'a Request, env: &'a Env<'a>, progress: &'a dyn Progress) -> Self {
        Self {
            env,
            request,
            system: env.dns.system(),
            progress,
            journal: Journal::new(env.clock.ticks()),
            heard: Mutex::default(),
            on_the_way: once::OnTheWay::default(),
            hushed: Mutex::default(),
            walks: walk::Walks::default(),
            inside: inside::Insides::default(),
            silent: Mutex::default(),
            served: Mutex::default(),
            roots: OnceLock::new(),
            sent: AtomicUsize::new(0),
        }
    }

    /// Asks what was not asked before, all at once. Addresses that may not be contacted are answered with
    /// [`DnsFault::AddressRefused`], unless `is_known`: the user or the system named them.
    ///
    /// # Errors
    /// [`Cancelled`].
    pub fn ask_all(
        &self,
        lane: Lane,
        questions: &[Labelled],
        is_known: bool,
    ) -> Result<Vec<DnsReply>, Cancelled> {
        check(self.progress)?;
        let mut replies: Vec<Option<DnsReply>> = vec![None; questions.len()];
        let mut claim = self.on_the_way.claim();
        let mut own: Vec<usize> = Vec::new();
        for (index, (slot, (_, question))) in replies.iter_mut().zip(questions).enumerate() {
            *slot = self
                .remembered(question)
                .or_else(|| self.refused(question, is_known))
                .or_else(|| self.silent_before(question));
            if slot.is_none() && claim.takes(key(question)) {
                *slot = self.too_many();
                own.extend(slot.is_none().then_some(index));
            }
        }
        for (index, reply) in own.iter().zip(self.sent(lane, questions, &own)?) {
            if let Some(slot) = replies.get_mut(*index) {
                *slot = Some(reply);
            }
        }
        drop(claim);
        // What another lane asked meanwhile has its answer there.
        let told = replies.into_iter().zip(questions);
        let told = told.map(|(reply, (_, question))| {
            reply.or_else(|| {
                self.on_the_way.wait(&key(question));
                self.remembered(question)
            })
        });
        let missing = || unsent(DnsFault::Broken("no reply".to_owned()));
        let replies = told.map(|reply| reply.unwrap_or_else(missing)).collect();
        check(self.progress)?;
        Ok(replies)
    }

    /// Sends those of the questions, and remembers what came.
    fn sent(
        &self,
        lane: Lane,
        questions: &[Labelled],
        own: &[usize],
    ) -> Result<Vec<DnsReply>, Cancelled> {
        let batch: Vec<DnsQuestion> = own
            .iter()
            .filter_map(|index| questions.get(*index).map(|(_, question)| question.clone()))
            .collect();
        if batch.is_empty() {
            return Ok(Vec::new());
        }
        let begun = self.ticks();
        let heard = |index: usize, reply: &DnsReply| {
            let place = own.get(index).and_then(|index| questions.get(*index));
            if let Some((label, question)) = place {
                let asked = Asked::dns(lane, label, question, reply, begun);
                self.progress.learnt(Event::Asked(asked.clone()));
                self.journal.add(asked);
            }
        };
        let came = self.env.dns.ask_all(&batch, &heard, self.progress);
        check(self.progress)?;
        let mut silent = self.silent.lock().unwrap_or_else(PoisonError::into_inner);
        silent.note(&batch, &came);
        drop(silent);
        for (question, reply) in batch.iter().zip(&came) {
            self.remember(question, reply);
        }
        Ok(came)
    }

    /// Asks the resolvers of the run the same question: the user's, the system's, the public ones. What comes is
    /// told as [`Said`] too.
    ///
    /// # Errors
    /// [`Cancelled`].
    pub fn at_resolvers(
        &self,
        lane: Lane,
        name: &DnsName,
        kind: RecordType,
    ) -> Result<Vec<SourceReply>, Cancelled> {
        self.stays_inside(lane, name)?;
        let sources = self.sources(name);
        let both: Vec<(RecordType, Source)> = asked_with(kind)
            .into_iter()
            .flat_map(|kind| sources.iter().map(move |source| (kind, source.clone())))
            .collect();
        let question = |(kind, source): &(RecordType, Source)| {
            let question = DnsQuestion {
                server: source.server()?.clone(),
                name: name.clone(),
                kind: *kind,
                is_recursive: true,
                wants_signatures: false,
            };
            Some((source.label(), question))
        };
        let questions: Vec<Labelled> = both.iter().filter_map(question).collect();
        let replies = self.ask_all(lane, &questions, true)?;
        let told = both.into_iter().zip(replies).map(|((of, source), reply)| {
            self.said(Said::of(&source, name, of, &reply));
            (of == kind).then_some(SourceReply { source, reply })
        });
        Ok(told.flatten().collect())
    }

    /// The resolvers that may be asked about a name. Names of the inside go to the system's own and the user's
    /// alone, unless the user agreed.
    pub fn sources(&self, name: &DnsName) -> Vec<Source> {
        let setup = &self.request.setup;
        let users = setup.resolvers.iter().cloned().map(Source::User);
        let system = self.system.resolvers.iter().filter(|_| setup.with_system);
        let system = system.map(|address| Source::System(DnsServer::udp(*address)));
        let is_outside = setup.is_inside_agreed || !self.is_known_inside(name);
        let public = setup.public.iter().filter(|_| is_outside);
        let mut all: Vec<Source> = Vec::new();
        for source in users
            .chain(system)
            .chain(public.cloned().map(Source::Public))
        {
            let is_new = !all.iter().any(|one| one.server() == source.server());
            if is_new {
                all.push(source);
            }
        }
        all
    }

    /// Asks web servers, each request on the time line. Addresses must have been judged with
    /// [`super::Setup::may_contact`] before.
    ///
    /// # Errors
    /// [`Cancelled`].
    pub fn fetch_all(
        &self,
        lane: Lane,
        requests: &[WebRequest],
    ) -> Result<Vec<Result<WebAnswer, WebFault>>, Cancelled> {
        check(self.progress)?;
        let begun = self.ticks();
        let answers = self.env.web.fetch_all(requests, self.progress);
        check(self.progress)?;
        for (request, answer) in requests.iter().zip(&answers) {
            let asked = Asked::web(lane, request, answer, begun);
            self.progress.learnt(Event::Asked(asked.clone()));
            self.journal.add(asked);
        }
        Ok(answers)
    }

    /// Holds conversations with servers, those of one server as one line of the time line. Addresses must have
    /// been judged before, or named by the user.
    ///
    /// # Errors
    /// [`Cancelled`].
    pub fn talk_all(
        &self,
        lane: Lane,
        purpose: Purpose,
        calls: Vec<Call>,
    ) -> Result<Vec<Talked>, Cancelled> {
        check(self.progress)?;
        let begun = self.ticks();
        let addresses: Vec<SocketAddr> = calls.iter().map(|call| call.address).collect();
        let talked = self.env.dial.talk_all(calls, self.progress);
        check(self.progress)?;
        let mut told: Vec<SocketAddr> = Vec::new();
        for address in &addresses {
            if told.contains(address) {
                continue;
            }
            told.push(*address);
            let with = addresses.iter().zip(&talked);
            let with: Vec<&Talked> = with
                .filter_map(|(whom, talk)| (whom == address).then_some(talk))
                .collect();
            let asked = Asked::talks(lane, purpose, *address, &with, begun);
            self.progress.learnt(Event::Asked(asked.clone()));
            self.journal.add(asked);
        }
        Ok(talked)
    }

    /// The roots that the user chose, loaded once for a run; `None` where there are none to be had.
    pub fn roots(&self) -> Option<&(Arc<Roots>, TrustUsed)> {
        let load = || trust::load(&self.request.trust, self.env).ok();
        self.roots.get_or_init(load).as_ref()
    }

    /// Keeps what a server sent, for the report.
    pub fn keep_served(&self, one: Served) {
        let mut served = self.served.lock().unwrap_or_else(PoisonError::into_inner);
        served.push(one);
    }

    /// Everything that servers sent so far, in the order of names and addresses, with the name before without.
    pub fn all_served(&self) -> Vec<Served> {
        let served = self.served.lock().unwrap_or_else(PoisonError::into_inner);
        let mut all = served.clone();
        all.sort_by(|left, right| {
            let key = |one: &Served| (one.name.clone(), one.address, !one.with_sni);
            key(left).cmp(&key(right))
        });
        all
    }

    /// Tells how far a check is, before the run's end.
    pub fn told(&self, check: &Check) {
        self.progress.learnt(Event::Check(check.clone()));
    }

    /// Tells that a check begins.
    pub fn begins(&self, key: &CheckKey) {
        self.told(&Check::running(key.clone()));
    }

    /// Milliseconds since the run began.
    pub fn ticks(&self) -> u64 {
        self.env.clock.ticks().saturating_sub(self.journal.start)
    }

    /// Where the server with this address listens, by the port map: name servers are asked on 53.
    pub fn dns_port(&self, address: std::net::IpAddr) -> SocketAddr {
        SocketAddr::new(address, self.request.setup.ports.of(53))
    }

    /// Ends early when nobody wants the result any more.
    ///
    /// # Errors
    /// [`Cancelled`].
    pub fn check(&self) -> Result<(), Cancelled> {
        check(self.progress)
    }

    /// Everything asked and said so far, in the order of asking.
    pub fn told_so_far(&self) -> (Vec<Asked>, Vec<Said>) {
        self.journal.all()
    }

    /// Why nothing could be asked at all: every question so far failed for want of a network.
    pub fn no_network(&self) -> Option<String> {
        self.journal.no_network()
    }

    /// Forgets answers, so that they are asked anew: a watch looks again.
    pub fn forget(&self) {
        let mut heard = self.heard.lock().unwrap_or_else(PoisonError::into_inner);
        heard.clear();
        let mut silent = self.silent.lock().unwrap_or_else(PoisonError::into_inner);
        *silent = silent::Silent::default();
        let mut hushed = self.hushed.lock().unwrap_or_else(PoisonError::into_inner);
        hushed.clear();
        let mut served = self.served.lock().unwrap_or_else(PoisonError::into_inner);
        served.clear();
        drop(served);
        self.journal.next_round();
        self.walks.forget();
        self.sent.store(0, Ordering::Relaxed);
    }

    /// What is said of a name of chance is of no interest to people.
    pub fn hush(&self, name: &DnsName) {
        let mut hushed = self.hushed.lock().unwrap_or_else(PoisonError::into_inner);
        hushed.insert(name.clone());
    }

    /// Notes what somebody said of a name.
    pub fn said(&self, said: Said) {
        let hushed = self.hushed.lock().unwrap_or_else(PoisonError::into_inner);
        let is_hushed = hushed.contains(&said.name);
        drop(hushed);
        if !is_hushed && self.journal.add_said(said.clone()) {
            self.progress.learnt(Event::Said(said));
        }
    }

    fn refused(&self, question: &DnsQuestion, is_known: bool) -> Option<DnsReply> {
        let range = self
            .request
            .setup
            .may_contact(question.server.address.ip())
            .err()
            .filter(|_| !is_known)?;
        Some(unsent(DnsFault::AddressRefused(range)))
    }

    fn silent_before(&self, question: &DnsQuestion) -> Option<DnsReply> {
        let silent = self.silent.lock().unwrap_or_else(PoisonError::into_inner);
        silent.before(question)
    }

    /// Counts a question that is about to be sent.
    fn too_many(&self) -> Option<DnsReply> {
        let before = self.sent.fetch_add(1, Ordering::Relaxed);
        (before >= limits::DNS_QUESTIONS).then(|| unsent(DnsFault::NotAsked))
    }

    fn remembered(&self, question: &DnsQuestion) -> Option<DnsReply> {
        let heard = self.heard.lock().unwrap_or_else(PoisonError::into_inner);
        heard.get(&key(question)).cloned()
    }

    fn remember(&self, question: &DnsQuestion, reply: &DnsReply) {
        let mut heard = self.heard.lock().unwrap_or_else(PoisonError::into_inner);
        heard.insert(key(question), reply.clone());
    }
}

fn unsent(fault: DnsFault) -> DnsReply {
    DnsReply {
        begun_ms: 0,
        took_ms: 0,
        outcome: Err(fault),
    }
}

/// Types asked in one go: whoever wants the one kind of address soon wants the other, and a resolver that is slow
/// is waited for once.
fn asked_with(kind: RecordType) -> Vec<RecordType> {
    match kind {
        RecordType::A | RecordType::AAAA => vec![RecordType::A, RecordType::AAAA],
        kind => vec![kind],
    }
}

fn key(question: &DnsQuestion) -> Key {
    (
        question.server.clone(),
        question.name.clone(),
        question.kind,
        question.is_recursive,
        question.wants_signatures,
    )
}

/// A walk that several lanes may want.
pub type SharedWalk = Arc<Walk>;
