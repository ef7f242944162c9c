//! What is to be found out, as it was typed.

use std::net::{IpAddr, SocketAddr};

use crate::core::artifact::Fingerprint;
use crate::core::diagnose::expected::Expected;
use crate::core::diagnose::{Families, HTTPS_PORT, Lane, Profile};
use crate::core::env::DnsName;
use crate::core::tls::StartTls;

/// What a CA expects, as one row of the dialog.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ExpectedRow {
    pub kind: ExpectedKind,
    /// The record's name, or the file's address.
    pub name: String,
    /// The record's value, or what the file holds.
    pub value: String,
}

/// Kinds of what is expected.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ExpectedKind {
    #[default]
    Txt,
    Cname,
    File,
}

impl ExpectedKind {
    /// All kinds in the order of the choice.
    pub const ALL: [Self; 3] = [Self::Txt, Self::Cname, Self::File];
}

impl ExpectedRow {
    /// Nothing was typed yet.
    pub fn is_blank(&self) -> bool {
        self.name.trim().is_empty() && self.value.trim().is_empty()
    }

    /// What it says; `None` while it cannot be.
    pub fn read(&self) -> Option<Expected> {
        let value = self.value.trim();
        if value.is_empty() {
            return None;
        }
        Some(match self.kind {
            ExpectedKind::Txt => Expected::Txt {
                name: DnsName::parse(&self.name)?,
                value: value.to_owned(),
            },
            ExpectedKind::Cname => Expected::Cname {
                name: DnsName::parse(&self.name)?,
                target: DnsName::parse(value)?,
            },
            ExpectedKind::File => Expected::File {
                url: web_address(&self.name)?,
                content: value.as_bytes().to_vec(),
            },
        })
    }

    /// The row that says this.
    pub fn of(expected: &Expected) -> Self {
        let row = |kind, name: String, value: String| Self { kind, name, value };
        match expected {
            Expected::Txt { name, value } => {
                row(ExpectedKind::Txt, name.to_string(), value.clone())
            }
            Expected::Cname { name, target } => {
                row(ExpectedKind::Cname, name.to_string(), target.to_string())
            }
            Expected::File { url, content } => {
                let content = String::from_utf8_lossy(content).into_owned();
                row(ExpectedKind::File, url.clone(), content)
            }
        }
    }
}

fn web_address(text: &str) -> Option<String> {
    let text = text.trim();
    let rest = text
        .strip_prefix("http://")
        .or_else(|| text.strip_prefix("https://"))
        .unwrap_or(text);
    let (host, path) = rest.split_once('/')?;
    let is_plain = path.bytes().all(|byte| byte.is_ascii_graphic());
    (!host.is_empty() && !path.is_empty() && is_plain).then(|| format!("http://{rest}"))
}

/// What is to be found out, as it was typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    pub names: String,
    /// The CA that will issue: its name, a brand, or its issuer domain; empty where none is chosen.
    pub authority: String,
    pub profile: Profile,
    /// What the CA wrote, as it was pasted.
    pub pasted: String,
    pub expected: Vec<ExpectedRow>,
    /// Resolvers the user named, one a line.
    pub resolvers: String,
    pub with_system: bool,
    pub with_public: bool,
    pub families: Families,
    pub is_inside_agreed: bool,
    pub watch_every_secs: u64,
    pub watch_until_mins: u64,
    /// The lanes that run, left to right.
    pub lanes: Vec<Lane>,
    /// The port of TLS; empty for the usual one.
    pub port: String,
    /// Where the names are called in place of the addresses that DNS gives.
    pub connect: String,
    /// What is spoken before TLS; `None` for HTTPS.
    pub start: Option<StartTls>,
    /// Where a WebSocket should open; empty where nobody asks.
    pub websocket: String,
    pub roots: Roots,
    pub compare: Compare,
}

/// Which roots count as trusted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Roots {
    #[default]
    Mozilla,
    /// The store of this computer.
    System,
}

impl Roots {
    /// Both, the built-in list first.
    pub const ALL: [Self; 2] = [Self::Mozilla, Self::System];
}

/// What should be served.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Compare {
    /// Whatever is open and has the names.
    #[default]
    Fitting,
    Nothing,
    /// This certificate.
    With(Fingerprint),
}

impl Default for Draft {
    fn default() -> Self {
        Self {
            names: String::new(),
            authority: String::new(),
            profile: Profile::default(),
            pasted: String::new(),
            expected: Vec::new(),
            resolvers: String::new(),
            with_system: true,
            with_public: true,
            families: Families::default(),
            is_inside_agreed: false,
            watch_every_secs: 30,
            watch_until_mins: 60,
            lanes: Lane::ALL.to_vec(),
            port: String::new(),
            connect: String::new(),
            start: None,
            websocket: String::new(),
            roots: Roots::default(),
            compare: Compare::default(),
        }
    }
}

impl Draft {
    /// The port while none is typed.
    pub fn usual_port(&self) -> u16 {
        self.start.map_or(HTTPS_PORT, StartTls::port)
    }

    /// The port; `None` where what is typed is none.
    pub fn read_port(&self) -> Option<u16> {
        match self.port.trim() {
            "" => Some(self.usual_port()),
            typed => typed.parse().ok().filter(|port| *port > 0),
        }
    }

    /// Where the names are called: addresses, those without a port of their own at that of TLS.
    pub fn read_connect(&self) -> Vec<SocketAddr> {
        let port = self.read_port().unwrap_or(self.usual_port());
        let mut all: Vec<SocketAddr> = Vec::new();
        for address in parts(&self.connect).filter_map(|part| address(part, port)) {
            if !all.contains(&address) {
                all.push(address);
            }
        }
        all
    }

    /// What among that is no address.
    pub fn no_address(&self) -> Option<&str> {
        parts(&self.connect).find(|part| address(part, HTTPS_PORT).is_none())
    }

    /// The lanes that run. Only HTTPS has a page.
    pub fn read_lanes(&self) -> Vec<Lane> {
        let is_possible = |lane: &Lane| *lane != Lane::Page || self.start.is_none();
        let chosen = Lane::ALL.into_iter().filter(|it| self.lanes.contains(it));
        chosen.filter(is_possible).collect()
    }

    /// Where a WebSocket should open, with the slash that a path begins with.
    pub fn read_websocket(&self) -> Option<String> {
        let path = self.websocket.trim().trim_start_matches('/');
        let is_asked = !self.websocket.trim().is_empty() && self.start.is_none();
        is_asked.then(|| format!("/{path}"))
    }

    /// Takes a lane out of the run, or back in.
    pub fn turn(&mut self, lane: Lane, is_on: bool) {
        self.lanes.retain(|one| *one != lane);
        if is_on {
            self.lanes.push(lane);
            self.lanes.sort();
        }
    }
}

fn parts(text: &str) -> impl Iterator<Item = &str> {
    let is_between = |char: char| char.is_whitespace() || matches!(char, ',' | ';' | '，' | '；');
    text.split(is_between).filter(|part| !part.is_empty())
}

fn address(text: &str, port: u16) -> Option<SocketAddr> {
    let bare = text.strip_prefix('[').and_then(|it| it.strip_suffix(']'));
    let alone = bare.unwrap_or(text).parse::<IpAddr>();
    let with_port = || text.parse().ok().filter(|it: &SocketAddr| it.port() > 0);
    alone.map_or_else(|_| with_port(), |ip| Some(SocketAddr::new(ip, port)))
}
