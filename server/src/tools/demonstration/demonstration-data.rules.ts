import type { CentreRole } from '../../access/roles.enums.ts';
import type {
  ExchangeSubject,
  ExchangeTerms,
  PostAudience,
  PostKind,
} from '../../modules/collaboration/posts/post.enums.ts';
import type { MembershipAccess } from '../../modules/directory/centres/centre.enums.ts';
import type { ApprovalNeed, BookingAudience } from '../../modules/equipment/items/equipment.enums.ts';
import type { ExceptionKind } from '../../modules/opening-hours/hours/opening.enums.ts';
import type { SizeClass } from '../../modules/organisations/profile/organisation.enums.ts';
import type { EquipmentGroup } from '../../modules/vocabulary/equipment-types/equipment-type.enums.ts';

/** A centre as the demonstration needs it, after the import. */
export interface DemoCentre {
  readonly id: string;
  /** Its key in the list of centres. */
  readonly key: string;
  readonly model: string;
  readonly zone: string;
  readonly country: string;
  readonly city: string;
  readonly partnerCity: boolean;
}

/** A city by its slug. */
export interface DemoCity {
  readonly id: string;
  readonly slug: string;
  readonly zone: string;
}

/** What was imported, by keys and slugs. */
export interface DemoPlaces {
  readonly centres: ReadonlyMap<string, DemoCentre>;
  readonly cities: ReadonlyMap<string, DemoCity>;
}

/** Cells of a row of a CSV file, as text. */
type Row<Column extends string> = Readonly<Record<Column, string>>;
type Bilingual = { readonly lt: string; readonly en: string };

interface FixedTime {
  readonly centre: string;
  readonly type: string;
  /** Position of the unit. */
  readonly unit: number;
  /** The n-th day after today (before, where negative) that is open at these hours. */
  readonly openDay: number;
  readonly from: string;
  readonly to: string;
}

export interface FixedBooking extends FixedTime {
  readonly person: string;
  readonly organisation: string | null;
  readonly actingCentre?: string;
  readonly purpose: string;
  /** Given up by who booked it. */
  readonly cancelled?: boolean;
  /** When it was booked, if people are told of it as news. */
  readonly hoursAgo?: number;
  /** What the staff decided. */
  readonly ended?: FixedEnding;
}

export interface FixedEnding {
  readonly state: 'cancelled' | 'declined';
  readonly person: string;
  readonly hoursAgo: number;
  readonly reason: string;
}

export interface DemoJoinRequest {
  readonly person: string;
  readonly centre: string;
  readonly hoursAgo: number;
  readonly message: string;
  /** What the person would book, kept free. */
  readonly wish?: Omit<FixedTime, 'centre'>;
  /** By somebody of the staff. */
  readonly declined?: { readonly hoursAgo: number; readonly reason: string };
}

export interface FixedOccupancy extends FixedTime {
  readonly kind: 'maintenance' | 'training';
}

export interface DemoReply {
  readonly person: string;
  readonly organisation?: string;
  readonly centre?: string;
  readonly hoursLater: number;
  readonly body: string;
}

export interface DemoPost {
  readonly key: string;
  readonly kind: PostKind;
  readonly language: string;
  readonly city: string;
  /** The home centre. */
  readonly centre?: string;
  /** Written by the centre's manager in its name. */
  readonly asCentre?: boolean;
  readonly person?: string;
  readonly organisation?: string;
  readonly daysAgo: number;
  readonly audience?: PostAudience;
  readonly title: string;
  readonly body: string;
  readonly types?: readonly string[];
  readonly subject?: ExchangeSubject;
  readonly terms?: ExchangeTerms;
  readonly quantity?: string | null;
  readonly validInDays?: number;
  readonly place?: string | null;
  readonly remote?: boolean;
  /** The weekday (1 Monday to 7 Sunday) of this or a later week after today, at a local time. */
  readonly on?: { readonly weekday: number; readonly week: number; readonly time: string; readonly minutes: number };
  readonly seats?: number;
  readonly replies: readonly DemoReply[];
}

/** The files of the demonstration, `server/data/demo`, and what of `server/data` it builds on. */
export interface DemoData {
  readonly types: readonly { readonly key: string; readonly group: EquipmentGroup }[];
  readonly equipment: readonly Row<'centre' | 'type' | 'units' | 'unit_names' | 'basis' | 'words'>[];
  readonly rules: readonly (Row<'scope' | 'grid' | 'minimum' | 'maximum' | 'lead' | 'horizon' | 'before' | 'after'> & {
    readonly audience: BookingAudience;
    readonly approval: ApprovalNeed;
  })[];
  /** Who may book what stands at centres of a model, and before that some equipment of one centre. */
  readonly audiences: readonly (Row<'model' | 'centre' | 'type'> & { readonly audience: BookingAudience })[];
  /** How centres of each model take members, and telephones by the keys of centres. */
  readonly membership: {
    readonly models: Readonly<
      Record<
        string,
        {
          readonly access: MembershipAccess;
          readonly benefits: Bilingual;
          readonly rules: Bilingual;
          readonly answers: Bilingual;
        }
      >
    >;
    readonly phones: Readonly<Record<string, string>>;
  };
  readonly hours: readonly Row<'scope' | 'country' | 'days' | 'opens' | 'closes'>[];
  readonly holidays: readonly Row<'country' | 'from' | 'to' | 'lt' | 'en'>[];
  readonly exceptions: readonly (Bilingual & {
    readonly centre: string;
    readonly kind: ExceptionKind;
    readonly inDays: number;
    readonly days: number;
    readonly opens?: string;
    readonly closes?: string;
  })[];
  readonly people: readonly Row<'key' | 'name' | 'country' | 'city'>[];
  readonly organisations: readonly {
    readonly slug: string;
    readonly name: string;
    readonly city: string;
    readonly sizeClass: SizeClass;
    readonly summary: string;
    readonly people: readonly string[];
  }[];
  readonly roles: {
    readonly operator: string;
    readonly coordinators: readonly Row<'city' | 'person'>[];
    readonly memberships: readonly { readonly centre: string; readonly person: string; readonly role: CentreRole }[];
  };
  readonly fixed: { readonly bookings: readonly FixedBooking[]; readonly occupancies: readonly FixedOccupancy[] };
  readonly joinRequests: readonly DemoJoinRequest[];
  readonly purposes: Readonly<Record<'lt' | 'en', Readonly<Record<string, readonly string[]>>>>;
  readonly maintenance: {
    readonly types: Readonly<Record<string, Bilingual>>;
    readonly other: Bilingual;
    readonly training: Bilingual;
  };
  readonly posts: readonly DemoPost[];
}
