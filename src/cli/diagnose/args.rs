//! What the verb `diagnose` understands.

use std::net::{IpAddr, SocketAddr};
use std::path::PathBuf;

use clap::Subcommand;

use crate::cli::args::{lang as parse_lang, trust};
use crate::core::bundle::trust::TrustChoice;
use crate::core::diagnose::expected::Expected;
use crate::core::diagnose::{CheckId, PortMap, Profile};
use crate::core::env::DnsServer;
use crate::core::tls::StartTls;
use crate::text::Lang;
use crate::text::diagnose::ticket::Form;

#[derive(clap::Args)]
pub struct Diagnose {
    #[command(subcommand)]
    pub lanes: Lanes,
}

#[derive(Subcommand)]
pub enum Lanes {
    Dns(Box<Asked>),
    Validation(Box<Asked>),
    Tls(Box<AskedOfServer>),
    Page(Box<AskedOfServer>),
    All(Box<AskedOfServer>),
}

/// What the lanes understand that look at the server itself.
#[derive(clap::Args)]
pub struct AskedOfServer {
    #[command(flatten)]
    pub asked: Asked,
    #[command(flatten)]
    pub server: Server,
}

#[derive(clap::Args, Default)]
pub struct Server {
    #[arg(long, value_name = "ADDR[:PORT]", value_parser = place)]
    pub connect: Vec<Place>,
    #[arg(long, value_name = "PORT", value_parser = clap::value_parser!(u16).range(1..))]
    pub port: Option<u16>,
    #[arg(long, value_name = "PROTOCOL", value_parser = start)]
    pub starttls: Option<StartTls>,
    #[arg(long, value_name = "PATH")]
    pub against: Vec<PathBuf>,
    #[arg(long, value_name = "FILE", requires = "against")]
    pub password_file: Vec<PathBuf>,
    #[arg(long, value_name = "ROOTS", value_parser = trust)]
    pub trust: Option<TrustChoice>,
    #[arg(long)]
    pub no_default_trust: bool,
    #[arg(long, value_name = "PATH", conflicts_with = "starttls", value_parser = websocket)]
    pub websocket: Option<String>,
}

/// An address to connect to; without a port that of the run.
pub type Place = (IpAddr, Option<u16>);

fn place(text: &str) -> Result<Place, String> {
    if let Ok(address) = text.parse::<SocketAddr>()
        && address.port() > 0
    {
        return Ok((address.ip(), Some(address.port())));
    }
    let bare = text
        .strip_prefix('[')
        .and_then(|text| text.strip_suffix(']'));
    let address = bare.unwrap_or(text).parse::<IpAddr>();
    address.map(|address| (address, None)).map_err(|_| {
        "expected an address such as 203.0.113.7, 203.0.113.7:8443 or [2001:db8::7]:443".to_owned()
    })
}

fn start(text: &str) -> Result<StartTls, String> {
    let mut all = StartTls::ALL.into_iter();
    all.find(|start| start.label() == text)
        .ok_or_else(|| "expected smtp, imap or rdp".to_owned())
}

fn websocket(text: &str) -> Result<String, String> {
    let is_path = text.starts_with('/') && text.chars().all(|char| char.is_ascii_graphic());
    match is_path {
        true => Ok(text.to_owned()),
        false => Err("expected a path such as /chat".to_owned()),
    }
}

#[derive(clap::Args)]
pub struct Asked {
    #[arg(required = true, value_name = "NAME")]
    pub names: Vec<String>,
    #[arg(long, value_name = "SERVER", value_parser = server)]
    pub resolver: Vec<DnsServer>,
    #[arg(long)]
    pub system: bool,
    #[arg(long)]
    pub public: bool,
    #[arg(long, value_name = "ADDR:PORT", value_parser = root)]
    pub root: Vec<SocketAddr>,
    #[arg(long, value_name = "PORT=PORT,…", value_parser = port_map)]
    pub port_map: Option<PortMap>,
    #[arg(long, value_name = "FILE")]
    pub trust_anchor: Option<PathBuf>,
    #[arg(long, value_name = "CA")]
    pub ca: Option<String>,
    #[arg(long, value_name = "RULES", value_parser = profile)]
    pub profile: Option<Profile>,
    #[arg(long, value_name = "NAME=VALUE", value_parser = txt)]
    pub expect_txt: Vec<Expected>,
    #[arg(long, value_name = "NAME=TARGET", value_parser = cname)]
    pub expect_cname: Vec<Expected>,
    #[arg(long, value_name = "URL=PATH", value_parser = file)]
    pub expect_file: Vec<(String, PathBuf)>,
    #[arg(long, value_name = "FILE")]
    pub expect: Option<PathBuf>,
    #[arg(long, conflicts_with = "ipv6")]
    pub ipv4: bool,
    #[arg(long)]
    pub ipv6: bool,
    #[arg(long)]
    pub inside: bool,
    #[arg(long, value_name = "SECS", value_parser = clap::value_parser!(u64).range(1..=86_400))]
    pub watch: Option<u64>,
    #[arg(long, value_name = "SECS", requires = "watch", value_parser = clap::value_parser!(u64).range(1..=2_592_000))]
    pub until: Option<u64>,
    #[arg(long, value_name = "CHECK", value_parser = only)]
    pub only: Option<(CheckId, Option<String>)>,
    #[arg(long)]
    pub dry_run: bool,
    #[arg(long, num_args = 2, value_names = ["FORM", "FILE"], conflicts_with = "dry_run")]
    pub ticket: Vec<String>,
    #[arg(long)]
    pub json: bool,
    #[arg(long, value_name = "LANG", value_parser = parse_lang)]
    pub lang: Option<Lang>,
}

fn server(text: &str) -> Result<DnsServer, String> {
    DnsServer::parse(text).ok_or_else(|| {
        "expected an address such as 9.9.9.9, [::1]:5353, tcp://9.9.9.9, tls://9.9.9.9#dns.quad9.net or https://9.9.9.9/dns-query".to_owned()
    })
}

fn root(text: &str) -> Result<SocketAddr, String> {
    let server = DnsServer::parse(text).filter(|_| !text.contains("://"));
    server
        .map(|server| server.address)
        .ok_or_else(|| "expected an address such as 127.0.0.1:5353".to_owned())
}

fn port_map(text: &str) -> Result<PortMap, String> {
    PortMap::parse(text).ok_or_else(|| "expected pairs such as 53=5353,80=8080".to_owned())
}

fn profile(text: &str) -> Result<Profile, String> {
    match text {
        "strict" => Ok(Profile::Strict),
        "br" => Ok(Profile::Br),
        "acme" => Ok(Profile::Acme),
        _ => Err("expected strict, br or acme".to_owned()),
    }
}

fn txt(text: &str) -> Result<Expected, String> {
    Expected::txt(text)
        .map_err(|_| "expected NAME=VALUE, such as _dnsauth.example.com=token".to_owned())
}

fn cname(text: &str) -> Result<Expected, String> {
    Expected::cname(text)
        .map_err(|_| "expected NAME=TARGET, such as _a1.example.com=b2.ca.example".to_owned())
}

fn file(text: &str) -> Result<(String, PathBuf), String> {
    let (url, path) = Expected::file(text).map_err(|_| {
        "expected URL=PATH, such as http://example.com/.well-known/pki-validation/a.txt=a.txt"
            .to_owned()
    })?;
    Ok((url.to_owned(), PathBuf::from(path)))
}

/// The stable name of a check, as documents write it.
pub fn check_name(id: CheckId) -> String {
    match serde_json::to_value(id) {
        Ok(serde_json::Value::String(name)) => name,
        _ => String::new(),
    }
}

fn only(text: &str) -> Result<(CheckId, Option<String>), String> {
    let (name, place) = match text.split_once('@') {
        Some((name, place)) => (name, Some(place.to_owned())),
        None => (text, None),
    };
    let found = CheckId::ALL.into_iter().find(|id| check_name(*id) == name);
    found.map(|id| (id, place)).ok_or_else(|| {
        let names: Vec<String> = CheckId::ALL.into_iter().map(check_name).collect();
        format!("expected one of {}", names.join(", "))
    })
}

impl Asked {
    /// The ticket wanted, as form and path.
    pub fn ticket(&self) -> Option<Result<(Form, PathBuf), String>> {
        let [form, path] = self.ticket.as_slice() else {
            return None;
        };
        let form = match form.as_str() {
            "text" => Form::Text,
            "html" => Form::Html,
            "json" => Form::Json,
            _ => return Some(Err("expected text, html or json".to_owned())),
        };
        Some(Ok((form, PathBuf::from(path))))
    }
}
