//! Asking name servers, in batches: what is asked, what came, and every way in which it can fail. Whole
//! messages with their sections, so that core can follow referrals and judge who said what.

mod fault;
mod name;
mod record;
mod server;

use serde::Serialize;

pub use fault::DnsFault;
pub use name::DnsName;
pub use record::{DnsRecord, RecordData, RecordType};
pub use server::{DnsServer, Transport};

use crate::core::progress::Progress;

/// Asks name servers. The platform serves a whole batch from one thread; nothing is asked unless the user
/// clicked, and no address is judged here: `core::diagnose::ask` does that before.
pub trait Dns: Sync {
    /// Asks all at once and waits for the last; replies come in the order of the questions. `heard` is told of
    /// each reply as it comes. Asks again over TCP when an answer over UDP was cut. A cancel is answered within
    /// 100 ms, with [`DnsFault::Cancelled`] for what had not come by then.
    fn ask_all(
        &self,
        questions: &[DnsQuestion],
        heard: &dyn Fn(usize, &DnsReply),
        progress: &dyn Progress,
    ) -> Vec<DnsReply>;

    /// What this computer asks by itself, and what its hosts file says.
    fn system(&self) -> SystemDns;
}

/// One question to one server.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DnsQuestion {
    /// Whom.
    pub server: DnsServer,
    /// About which name.
    pub name: DnsName,
    /// Which records.
    pub kind: RecordType,
    /// Whether the server should ask others on our behalf (RD).
    pub is_recursive: bool,
    /// Whether signatures are wanted too (DO, RFC 3225), unchecked by the resolver (CD, RFC 4035).
    pub wants_signatures: bool,
}

/// What became of one question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DnsReply {
    /// Milliseconds from the start of the batch until it was sent.
    pub begun_ms: u64,
    /// Milliseconds it took.
    pub took_ms: u64,
    /// What came.
    pub outcome: Result<DnsAnswer, DnsFault>,
}

/// A server's answer, whatever its code.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DnsAnswer {
    /// Response code with the extended bits of EDNS (RFC 6891): 0 no error, 2 SERVFAIL, 3 NXDOMAIN, 5 REFUSED.
    pub code: u16,
    /// Whether the server has the zone itself (AA).
    pub is_authoritative: bool,
    /// Whether the resolver says that it validated the answer (AD).
    pub is_authenticated: bool,
    /// Whether the resolver asks others on our behalf (RA).
    pub recurses: bool,
    /// Whether it came over TCP, be it that the one over UDP was cut.
    pub is_over_tcp: bool,
    /// The answer section.
    pub answers: Vec<DnsRecord>,
    /// The authority section: the SOA of a negative answer, the NS of a referral, proofs of DNSSEC.
    pub authority: Vec<DnsRecord>,
    /// The additional section without OPT: addresses beside a referral.
    pub additional: Vec<DnsRecord>,
    /// Extended errors (RFC 8914): code and the server's own words. Foreign text.
    pub errors: Vec<(u16, String)>,
}

/// NOERROR (RFC 1035 section 4.1.1).
pub const NO_ERROR: u16 = 0;
/// SERVFAIL: the server could not find out, or DNSSEC does not fit.
pub const SERVER_FAILURE: u16 = 2;
/// NXDOMAIN: there is no such name, nor any below it (RFC 8020).
pub const NO_SUCH_NAME: u16 = 3;
/// REFUSED: the server does not want to.
pub const REFUSED: u16 = 5;

/// What this computer asks by itself.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct SystemDns {
    /// The resolvers it is set up with, in its order.
    pub resolvers: Vec<std::net::SocketAddr>,
    /// Why they are not known, in the system's words.
    pub fault: Option<String>,
    /// Lines of the hosts file: a name in lower case and the address it is given.
    pub hosts: Vec<(String, std::net::IpAddr)>,
}

/// Nobody to ask, for tests and where nothing may leave.
pub struct NoDns;

impl Dns for NoDns {
    fn ask_all(
        &self,
        questions: &[DnsQuestion],
        heard: &dyn Fn(usize, &DnsReply),
        _progress: &dyn Progress,
    ) -> Vec<DnsReply> {
        let reply = DnsReply {
            begun_ms: 0,
            took_ms: 0,
            outcome: Err(DnsFault::NoNetwork("not connected".to_owned())),
        };
        let replies = vec![reply; questions.len()];
        for (index, reply) in replies.iter().enumerate() {
            heard(index, reply);
        }
        replies
    }

    fn system(&self) -> SystemDns {
        SystemDns::default()
    }
}
