//! A name space of one's own on loopback: one `named` whose views make every address 127.53.x.y another name
//! server, on one high port (see [`super::relay`]). Root, delegations, glue, keys and DS records come from the zones that are
//! declared; single servers may hold another version of a zone, or none.

use std::fmt::Write as _;
use std::fs;
use std::net::{Ipv4Addr, SocketAddr, SocketAddrV4, TcpListener, UdpSocket};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use certwright::core::diagnose::{PortMap, Setup};

use super::relay::{Relay, behind};

/// How a zone is signed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Signing {
    /// Not at all; its parent says so.
    #[default]
    None,
    /// As it should be, absence proven by NSEC.
    Good,
    /// The same, absence proven by NSEC3.
    Nsec3,
    /// Every signature has run out.
    Expired,
    /// No signature is valid yet.
    Future,
    /// The parent's DS belongs to another key.
    WrongDs,
    /// The parent has a DS; the zone is not signed.
    Stripped,
    /// A records were left without their signatures.
    Holes,
    /// Addresses that end in `.1` were changed to `.7` after signing.
    Changed,
}

/// A zone and who serves it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Zone {
    origin: String,
    /// Name and address of each server. A name within a zone gets glue.
    servers: Vec<(String, String)>,
    records: String,
    /// Other records at one address.
    versions: Vec<(String, String)>,
    /// Addresses at which nobody listens.
    silent: Vec<String>,
    /// Addresses whose answers are held back, and for how many milliseconds.
    slow: Vec<(String, u64)>,
    /// Addresses at which somebody listens who does not have the zone.
    lame: Vec<String>,
    /// The NS records in the zone, where they differ from the delegation.
    own_servers: Option<Vec<String>>,
    signing: Signing,
    ttl: u32,
    minimum: u32,
}

impl Zone {
    /// A zone without servers and records; TTL 300, negative TTL 60.
    pub fn new(origin: &str) -> Self {
        Self {
            origin: origin.trim_end_matches('.').to_owned(),
            ttl: 300,
            minimum: 60,
            ..Self::default()
        }
    }

    /// One more server: its name, absolute without the final dot, and its address 127.53.x.y.
    pub fn at(mut self, name: &str, address: &str) -> Self {
        self.servers.push((name.to_owned(), address.to_owned()));
        self
    }

    /// Records as a zone file has them, names relative to the zone.
    pub fn with(mut self, records: &str) -> Self {
        self.records.push_str(records);
        self.records.push('\n');
        self
    }

    /// The records that the server at this address has instead.
    pub fn version(mut self, address: &str, records: &str) -> Self {
        self.versions.push((address.to_owned(), records.to_owned()));
        self
    }

    /// Nobody listens at this address of the zone.
    pub fn silent(mut self, address: &str) -> Self {
        self.silent.push(address.to_owned());
        self
    }

    /// Answers from this address are held back so long.
    pub fn slow(mut self, address: &str, milliseconds: u64) -> Self {
        self.slow.push((address.to_owned(), milliseconds));
        self
    }

    /// The server at this address does not have the zone.
    pub fn lame(mut self, address: &str) -> Self {
        self.lame.push(address.to_owned());
        self
    }

    /// The zone names these servers itself, whatever its parent says.
    pub fn naming(mut self, names: &[&str]) -> Self {
        self.own_servers = Some(names.iter().map(|name| (*name).to_owned()).collect());
        self
    }

    /// How it is signed.
    pub fn signed(mut self, signing: Signing) -> Self {
        self.signing = signing;
        self
    }

    /// Seconds for which records, and absences, may be kept.
    pub fn keeping(mut self, ttl: u32, minimum: u32) -> Self {
        (self.ttl, self.minimum) = (ttl, minimum);
        self
    }

    fn is_below(&self, other: &Self) -> bool {
        self.origin != other.origin
            && (other.origin.is_empty() || self.origin.ends_with(&format!(".{}", other.origin)))
    }

    fn dotted(&self) -> String {
        format!("{}.", self.origin)
    }

    fn file(&self) -> String {
        match self.origin.as_str() {
            "" => "root".to_owned(),
            origin => origin.to_owned(),
        }
    }
}

/// The running name space. Its server ends with it.
pub struct World {
    folder: tempfile::TempDir,
    zones: Vec<Zone>,
    named: Child,
    _relays: Vec<Relay>,
    /// The port of every server.
    pub port: u16,
    /// The root's DS records, for zones that are signed.
    pub anchors: Option<String>,
}

/// The root's server.
pub const ROOT: &str = "127.53.0.1";

impl World {
    /// Starts the zones with a root above them; `root` says how that is signed. Zones above each other are
    /// delegated by themselves; a zone may not be declared twice.
    pub fn start(root: Signing, zones: Vec<Zone>) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let top = Zone::new("").at("a.root-servers.test", ROOT).signed(root);
        let mut all = vec![top];
        all.extend(zones);
        // Parents behind their children, so that DS records are there when the parent is signed.
        all.sort_by_key(|zone| {
            std::cmp::Reverse(
                zone.origin.matches('.').count() + usize::from(!zone.origin.is_empty()),
            )
        });
        let own_port = free_port();
        let anchors = write_zones(folder.path(), &all);
        let conf = folder.path().join("named.conf");
        fs::write(&conf, configuration(folder.path(), &all, own_port)).unwrap();
        let log = fs::File::create(folder.path().join("named.log")).unwrap();
        let named = Command::new("/usr/sbin/named")
            .args(["-f", "-n", "1", "-c"])
            .arg(&conf)
            .stdout(Stdio::null())
            .stderr(log)
            .spawn()
            .unwrap_or_else(|fault| panic!("`named` of the package bind9 does not start: {fault}"));
        let (port, relays) = relays(&all, own_port);
        let mut world = Self {
            folder,
            zones: all,
            named,
            _relays: relays,
            port,
            anchors,
        };
        world.wait();
        world
    }

    /// How to ask here and nowhere else: the root, the port, no resolver.
    pub fn setup(&self) -> Setup {
        Setup {
            roots: vec![self.root()],
            ports: PortMap(vec![(53, self.port)]),
            with_system: false,
            anchors: self.anchors.clone(),
            ..Setup::default()
        }
    }

    /// The root's server.
    pub fn root(&self) -> SocketAddr {
        self.address(ROOT)
    }

    /// The server at an address.
    pub fn address(&self, ip: &str) -> SocketAddr {
        SocketAddr::new(ip.parse().unwrap(), self.port)
    }

    /// Gives the server at `address` other records for a zone, unsigned, and waits until it has read them.
    pub fn change(&mut self, origin: &str, address: &str, records: &str) {
        let zone = self
            .zones
            .iter()
            .find(|zone| zone.origin == origin)
            .expect("declared");
        let serial = 2_000_000_000
            + u32::try_from(
                std::time::SystemTime::now()
                    .duration_since(std::time::UNIX_EPOCH)
                    .unwrap()
                    .as_millis()
                    % 1_000_000_000,
            )
            .unwrap();
        let text = zone_text(zone, &self.zones, records, serial);
        let path = zone_path(self.folder.path(), zone, address);
        fs::write(path, text).unwrap();
        let pid = self.named.id().to_string();
        let hung = Command::new("kill").args(["-HUP", &pid]).status().unwrap();
        assert!(hung.success());
        let server = self.address(address);
        let began = Instant::now();
        while serial_at(server, origin) != Some(serial) {
            assert!(began.elapsed() < Duration::from_secs(10), "{}", self.log());
            std::thread::sleep(Duration::from_millis(20));
        }
    }

    /// What the server wrote.
    pub fn log(&self) -> String {
        fs::read_to_string(self.folder.path().join("named.log")).unwrap_or_default()
    }

    fn wait(&mut self) {
        let began = Instant::now();
        while serial_at(self.root(), "").is_none() {
            let ended = self.named.try_wait().unwrap();
            assert!(
                ended.is_none() && began.elapsed() < Duration::from_secs(20),
                "named: {ended:?}\n{}",
                self.log()
            );
            std::thread::sleep(Duration::from_millis(20));
        }
        let log = self.log();
        assert!(!log.contains("not loaded due to errors"), "{log}");
    }
}

impl Drop for World {
    fn drop(&mut self) {
        self.named.kill().ok();
        self.named.wait().ok();
    }
}

/// A port of 127.0.0.1 that is free for UDP and TCP.
fn free_port() -> u16 {
    for _ in 0..200 {
        let tcp = TcpListener::bind(("127.0.0.1", 0)).unwrap();
        let port = tcp.local_addr().unwrap().port();
        if UdpSocket::bind(("127.0.0.1", port)).is_ok() {
            return port;
        }
    }
    panic!("no free port");
}

/// Every address at which a server listens, lent on one port.
fn relays(zones: &[Zone], own_port: u16) -> (u16, Vec<Relay>) {
    let target = SocketAddrV4::new(Ipv4Addr::LOCALHOST, own_port);
    for _ in 0..200 {
        let port = free_port();
        let lent: Option<Vec<Relay>> = listening(zones)
            .iter()
            .map(|address| {
                let slow = zones.iter().flat_map(|zone| &zone.slow);
                let delay = slow
                    .filter(|(at, _)| at == *address)
                    .map(|(_, ms)| *ms)
                    .max();
                let lent = SocketAddrV4::new(address.parse().unwrap(), port);
                Relay::start(lent, target, delay.unwrap_or(0))
            })
            .collect();
        if let Some(lent) = lent {
            return (port, lent);
        }
    }
    panic!("no free port");
}

/// The addresses of all servers that are there.
fn listening(zones: &[Zone]) -> Vec<&String> {
    let mut addresses: Vec<&String> = zones
        .iter()
        .flat_map(|zone| {
            let addresses = zone.servers.iter().map(|(_, address)| address);
            addresses.filter(|address| !zone.silent.contains(address))
        })
        .collect();
    addresses.sort();
    addresses.dedup();
    addresses
}

/// The serial of a zone's SOA, asked with a datagram of our own making; `None` without an answer.
fn serial_at(server: SocketAddr, origin: &str) -> Option<u32> {
    let socket = UdpSocket::bind(("127.0.0.1", 0)).unwrap();
    socket
        .set_read_timeout(Some(Duration::from_millis(200)))
        .unwrap();
    let mut ask = vec![0x43, 0x57, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0];
    for label in origin.split('.').filter(|label| !label.is_empty()) {
        ask.push(u8::try_from(label.len()).unwrap());
        ask.extend(label.bytes());
    }
    ask.extend([0, 0, 6, 0, 1]);
    socket.send_to(&ask, server).ok()?;
    let mut answer = [0u8; 1500];
    let length = socket.recv(&mut answer).ok()?;
    let answer = &answer[..length];
    // NOERROR with an answer; the SOA ends the section when nothing follows it: its last five numbers.
    let is_answer = answer.len() > ask.len() && answer[3] & 15 == 0 && answer[7] > 0;
    is_answer.then_some(())?;
    let at = ask.len();
    // Name (pointer or root), type, class, TTL, length; then two names and five numbers.
    let length_at = at + if answer[at] & 0xc0 == 0xc0 { 2 } else { 1 } + 8;
    let length = usize::from(u16::from_be_bytes([
        answer[length_at],
        answer[length_at + 1],
    ]));
    let end = length_at + 2 + length;
    let serial = answer.get(end - 20..end - 16)?;
    Some(u32::from_be_bytes(serial.try_into().ok()?))
}

fn zone_path(folder: &Path, zone: &Zone, address: &str) -> PathBuf {
    folder.join(format!("{}@{address}", zone.file()))
}

/// The zone's file at each of its servers; returns the root's DS.
fn write_zones(folder: &Path, zones: &[Zone]) -> Option<String> {
    for zone in zones {
        let addresses: Vec<&String> = zone.servers.iter().map(|(_, address)| address).collect();
        if zone.signing != Signing::None {
            make_keys(folder, zone);
        }
        for address in addresses {
            let version = zone.versions.iter().find(|(at, _)| at == address);
            let records = version.map_or(zone.records.as_str(), |(_, records)| records);
            let mut text = zone_text(zone, zones, records, 1);
            for child in zones
                .iter()
                .filter(|child| parent(child, zones) == Some(zone))
            {
                if child.signing != Signing::None {
                    text.push_str(
                        &fs::read_to_string(folder.join(format!("ds-{}", child.file()))).unwrap(),
                    );
                }
            }
            let path = zone_path(folder, zone, address);
            fs::write(&path, text).unwrap();
            sign(folder, zone, &path);
        }
    }
    fs::read_to_string(folder.join("ds-root")).ok()
}

fn parent<'a>(zone: &Zone, zones: &'a [Zone]) -> Option<&'a Zone> {
    let above = zones.iter().filter(|other| zone.is_below(other));
    above.max_by_key(|other| other.origin.len())
}

fn zone_text(zone: &Zone, zones: &[Zone], records: &str, serial: u32) -> String {
    let first = zone.servers.first().map_or("ns", |(name, _)| name.as_str());
    let mut text = format!(
        "$ORIGIN {}\n$TTL {}\n@ {} IN SOA {first}. hostmaster.{first}. {serial} 3600 600 86400 {}\n",
        zone.dotted(),
        zone.ttl,
        zone.ttl,
        zone.minimum,
    );
    let own: Vec<String> = match &zone.own_servers {
        Some(names) => names.clone(),
        None => zone.servers.iter().map(|(name, _)| name.clone()).collect(),
    };
    for name in &own {
        writeln!(text, "@ IN NS {name}.").unwrap();
    }
    let within =
        |name: &str| zone.origin.is_empty() || name.ends_with(&format!(".{}", zone.origin));
    let mut hosts: Vec<(String, String)> = zone
        .servers
        .iter()
        .filter(|(name, _)| within(name))
        .cloned()
        .collect();
    for child in zones
        .iter()
        .filter(|child| parent(child, zones) == Some(zone))
    {
        for (name, address) in &child.servers {
            writeln!(text, "{} IN NS {name}.", child.dotted()).unwrap();
            if within(name) {
                hosts.push((name.clone(), address.clone()));
            }
        }
    }
    hosts.sort();
    hosts.dedup();
    for (name, address) in hosts {
        writeln!(text, "{name}. IN A {address}").unwrap();
    }
    text.push_str(records);
    text.push('\n');
    text
}

fn run(folder: &Path, program: &str, arguments: &[&str]) -> String {
    let done = Command::new(program)
        .args(arguments)
        .current_dir(folder)
        .output()
        .unwrap_or_else(|fault| panic!("{program} (package bind9-utils): {fault}"));
    let told = String::from_utf8_lossy(&done.stderr).into_owned();
    assert!(done.status.success(), "{program} {arguments:?}: {told}");
    String::from_utf8_lossy(&done.stdout).into_owned()
}

/// A zone's key and the DS record that its parent has.
fn make_keys(folder: &Path, zone: &Zone) {
    let keygen = |origin: &str| {
        let made = run(
            folder,
            "dnssec-keygen",
            &["-q", "-a", "ECDSAP256SHA256", "-f", "KSK", origin],
        );
        made.trim().to_owned()
    };
    let key = keygen(&zone.dotted());
    let ds_of = match zone.signing {
        Signing::WrongDs => keygen(&zone.dotted()),
        _ => key.clone(),
    };
    let ds = run(folder, "dnssec-dsfromkey", &["-2", &ds_of]);
    fs::write(folder.join(format!("ds-{}", zone.file())), ds).unwrap();
    fs::write(folder.join(format!("key-{}", zone.file())), key).unwrap();
}

fn sign(folder: &Path, zone: &Zone, path: &Path) {
    let (from, to) = match zone.signing {
        Signing::None | Signing::Stripped => return,
        Signing::Expired => ("20200101000000", "20200201000000"),
        Signing::Future => ("20500101000000", "20500201000000"),
        _ => ("now-1h", "now+30d"),
    };
    let key = fs::read_to_string(folder.join(format!("key-{}", zone.file()))).unwrap();
    let (origin, path) = (zone.dotted(), path.to_str().unwrap());
    let mut arguments = vec![
        "-q", "-z", "-P", "-N", "keep", "-s", from, "-e", to, "-f", path, "-o", &origin,
    ];
    if zone.signing == Signing::Nsec3 {
        arguments.extend(["-3", "-"]);
    }
    let keyed = format!("{path}.keyed");
    let mut text = fs::read_to_string(path).unwrap();
    text.push_str(&fs::read_to_string(folder.join(format!("{key}.key"))).unwrap());
    fs::write(&keyed, text).unwrap();
    arguments.extend([keyed.as_str(), key.as_str()]);
    arguments.splice(0..0, ["-O", "full"]);
    run(folder, "dnssec-signzone", &arguments);
    let text = fs::read_to_string(path).unwrap();
    let text = match zone.signing {
        Signing::Holes => {
            let is_kept = |line: &&str| {
                let words: Vec<&str> = line.split_whitespace().skip(3).take(2).collect();
                words != ["RRSIG", "A"]
            };
            text.lines()
                .filter(is_kept)
                .map(|line| format!("{line}\n"))
                .collect()
        }
        Signing::Changed => text.replace("127.53.80.1\n", "127.53.80.7\n"),
        _ => return,
    };
    fs::write(path, text).unwrap();
}

fn configuration(folder: &Path, zones: &[Zone], port: u16) -> String {
    let folder_text = folder.to_str().unwrap();
    let mut conf = format!(
        "options {{ directory \"{folder_text}\"; pid-file \"{folder_text}/named.pid\"; \
         session-keyfile \"{folder_text}/session.key\"; managed-keys-directory \"{folder_text}\"; \
         listen-on port {port} {{ 127.0.0.1; }}; listen-on-v6 {{ none; }}; recursion no; \
         dnssec-validation no; empty-zones-enable no; notify no; minimal-responses no; \
         allow-query {{ any; }}; check-names primary ignore; max-records 0; }};\n\
         controls {{ }};\nlogging {{ channel err {{ stderr; severity info; }}; category default {{ err; }}; }};\n"
    );
    for address in listening(zones) {
        let client = behind(address.parse().unwrap());
        writeln!(
            conf,
            "view \"at-{address}\" {{ match-clients {{ {client}; }};"
        )
        .unwrap();
        let serves = |zone: &&Zone| {
            !zone.lame.contains(address) && zone.servers.iter().any(|(_, at)| at == address)
        };
        for zone in zones.iter().filter(serves) {
            let path = zone_path(folder, zone, address);
            writeln!(
                conf,
                "zone \"{}\" {{ type primary; file \"{}\"; check-integrity no; }};",
                zone.dotted(),
                path.to_str().unwrap()
            )
            .unwrap();
        }
        conf.push_str("};\n");
    }
    conf
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_world_answers_as_it_was_declared() {
        let mut world = World::start(
            Signing::Good,
            vec![
                Zone::new("test")
                    .at("a.nic.test", "127.53.1.1")
                    .signed(Signing::Good),
                Zone::new("example.test")
                    .at("ns1.example.test", "127.53.2.1")
                    .at("ns2.example.test", "127.53.2.2")
                    .with("www IN A 127.53.80.1\n_x IN TXT \"one\"")
                    .version("127.53.2.2", "www IN A 127.53.80.2")
                    .signed(Signing::Nsec3),
            ],
        );
        let dig = |server: &str, name: &str, kind: &str| {
            let port = world.port.to_string();
            let done = Command::new("dig")
                .args(["+short", "+norecurse", "-p", &port])
                .args([&format!("@{server}"), name, kind])
                .output()
                .unwrap();
            String::from_utf8(done.stdout).unwrap().trim().to_owned()
        };
        assert_eq!(dig("127.53.2.1", "www.example.test", "A"), "127.53.80.1");
        assert_eq!(dig("127.53.2.2", "www.example.test", "A"), "127.53.80.2");
        assert_eq!(dig("127.53.2.1", "_x.example.test", "TXT"), "\"one\"");
        assert!(!dig("127.53.1.1", "example.test", "DS").is_empty());
        assert!(
            world
                .anchors
                .as_deref()
                .is_some_and(|anchor| anchor.contains("DS"))
        );
        world.change("example.test", "127.53.2.1", "www IN A 127.53.80.9");
        let port = world.port.to_string();
        let done = Command::new("dig")
            .args([
                "+short",
                "+norecurse",
                "-p",
                &port,
                "@127.53.2.1",
                "www.example.test",
            ])
            .output()
            .unwrap();
        assert_eq!(done.stdout, b"127.53.80.9\n");
    }

    /// Prints how to ask a faulty name space and keeps it up: for looking at the window and the command line.
    #[test]
    #[ignore = "keeps a name space up for CERTWRIGHT_WORLD_SECS seconds, to be looked at by hand"]
    fn a_faulty_world_stays_up() {
        let zone = Zone::new("example.test")
            .at("ns1.example.test", "127.53.2.1")
            .at("ns2.example.test", "127.53.2.2")
            .at("ns3.example.test", "127.53.2.3")
            .with("@ IN A 127.53.80.1\nwww IN A 127.53.80.1\nwww IN CAA 0 issue \"other-ca.test\"")
            .with("_dnsauth.www IN TXT \"2026-right-value\"\nalias IN CNAME www")
            .with("_dnsauth.www.example.test IN TXT \"doubled\"\n*.wild IN A 127.53.80.1")
            .version(
                "127.53.2.2",
                "www IN A 127.53.80.2\n_dnsauth.www IN TXT \"2026-wrong\"",
            )
            .silent("127.53.2.3")
            .signed(Signing::Good);
        let expired = Zone::new("expired.test")
            .at("ns1.example.test", "127.53.2.1")
            .with("www IN A 127.53.80.1")
            .signed(Signing::Expired);
        let tld = Zone::new("test")
            .at("a.nic.test", "127.53.1.1")
            .signed(Signing::Good);
        let world = World::start(Signing::Good, vec![tld, zone, expired]);
        let anchors = std::env::temp_dir().join("certwright-world-anchors");
        fs::write(&anchors, world.anchors.as_deref().unwrap_or_default()).unwrap();
        eprintln!(
            "--inside --root {} --port-map 53={} --trust-anchor {}",
            world.root(),
            world.port,
            anchors.display()
        );
        let secs = std::env::var("CERTWRIGHT_WORLD_SECS").ok();
        let secs = secs.and_then(|secs| secs.parse().ok()).unwrap_or(60);
        std::thread::sleep(Duration::from_secs(secs));
    }
}
