//! The addresses of a name as the world sees them, judged before any is contacted.

use std::net::{IpAddr, SocketAddr};

use crate::core::diagnose::ask::{Asker, Ended};
use crate::core::diagnose::{Families, Lane};
use crate::core::env::{AddressRange, DnsName, RecordData, RecordType};
use crate::core::limits;
use crate::core::progress::Cancelled;

/// A kind of address.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Family {
    /// IPv4.
    V4,
    /// IPv6.
    V6,
}

impl Family {
    /// Both.
    pub const ALL: [Self; 2] = [Self::V4, Self::V6];

    /// The records that hold such addresses.
    pub fn record(self) -> RecordType {
        match self {
            Self::V4 => RecordType::A,
            Self::V6 => RecordType::AAAA,
        }
    }

    /// The other one.
    pub fn other(self) -> Self {
        match self {
            Self::V4 => Self::V6,
            Self::V6 => Self::V4,
        }
    }

    /// Whether an address is of this kind.
    pub fn holds(self, address: IpAddr) -> bool {
        match self {
            Self::V4 => address.is_ipv4(),
            Self::V6 => address.is_ipv6(),
        }
    }

    /// Whether it is among those that are contacted.
    pub fn is_of(self, families: Families) -> bool {
        !matches!(
            (self, families),
            (Self::V4, Families::V6) | (Self::V6, Families::V4)
        )
    }

    /// As everybody writes it.
    pub fn name(self) -> &'static str {
        match self {
            Self::V4 => "IPv4",
            Self::V6 => "IPv6",
        }
    }
}

/// What a name's addresses are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Addresses {
    /// These may be contacted.
    These(Vec<IpAddr>),
    /// There are none of this kind.
    None,
    /// There is no such name.
    NoName,
    /// All lie where nobody agreed to asking: the first one.
    Inside(IpAddr, AddressRange),
    /// Nobody could say.
    Unknown,
}

/// Asks for the addresses of one kind.
pub fn addresses(
    asker: &Asker<'_>,
    lane: Lane,
    name: &DnsName,
    family: Family,
) -> Result<Addresses, Cancelled> {
    let told = asker.resolve(lane, name, family.record())?;
    let of = |data: &RecordData| match data {
        RecordData::A(address) => Some(IpAddr::V4(*address)),
        RecordData::Aaaa(address) => Some(IpAddr::V6(*address)),
        _ => None,
    };
    let all: Vec<IpAddr> = told
        .records
        .iter()
        .filter_map(|record| of(&record.data))
        .filter(|address| family.holds(*address))
        .collect();
    let setup = &asker.request.setup;
    let mut open: Vec<IpAddr> = all
        .iter()
        .copied()
        .filter(|address| setup.may_contact(*address).is_ok())
        .collect();
    open.sort();
    open.dedup();
    open.truncate(limits::FILE_ADDRESSES);
    let inside = all
        .iter()
        .find_map(|address| Some((*address, setup.may_contact(*address).err()?)));
    Ok(match (open.is_empty(), inside, &told.ended) {
        (false, ..) => Addresses::These(open),
        (true, Some((address, range)), _) => Addresses::Inside(address, range),
        (true, None, Ended::NoSuchName { .. }) => Addresses::NoName,
        (true, None, Ended::Found | Ended::NoRecords { .. }) => Addresses::None,
        _ => Addresses::Unknown,
    })
}

/// Where a server is called, or why nowhere.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Places {
    /// There.
    These(Vec<SocketAddr>),
    /// Nowhere, for this reason; never [`Addresses::These`].
    Nowhere(Addresses),
}

/// Where the server of a name of the run is called at a usual port: at the addresses the user chose, else at
/// those of both kinds that DNS gives, IPv4 first; ports by the port map.
///
/// # Errors
/// [`Cancelled`].
pub fn server(
    asker: &Asker<'_>,
    lane: Lane,
    name: &DnsName,
    port: u16,
) -> Result<Places, Cancelled> {
    let request = asker.request;
    let chosen = &request.connect;
    if !chosen.is_empty() {
        let chosen = chosen.iter().map(|chosen| request.at(*chosen, port));
        let mut places: Vec<SocketAddr> = chosen.collect();
        places.dedup();
        return Ok(Places::These(places));
    }
    let mut places: Vec<SocketAddr> = Vec::new();
    let mut nowhere = Addresses::None;
    for family in Family::ALL {
        if !family.is_of(request.setup.families) {
            continue;
        }
        match addresses(asker, lane, name, family)? {
            Addresses::These(all) => {
                let port = request.setup.ports.of(port);
                places.extend(all.into_iter().map(|one| SocketAddr::new(one, port)));
            }
            // What is known of one kind says more than that there is none of the other.
            Addresses::None => {}
            other => nowhere = other,
        }
    }
    places.truncate(limits::DIAL_ADDRESSES);
    Ok(match places.is_empty() {
        true => Places::Nowhere(nowhere),
        false => Places::These(places),
    })
}
