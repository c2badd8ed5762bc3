CREATE TABLE `fundraising_certificate` (
	`id` text PRIMARY KEY NOT NULL,
	`party_id` text NOT NULL,
	`no` text NOT NULL,
	`from_date` text NOT NULL,
	`to_date` text NOT NULL,
	`entered_by` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`party_id`) REFERENCES `party`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `fundraising_certificate_no` ON `fundraising_certificate` (`no`);--> statement-breakpoint
CREATE TABLE `gift` (
	`id` text PRIMARY KEY NOT NULL,
	`ref_no` text NOT NULL,
	`pot_id` text NOT NULL,
	`kind` text NOT NULL,
	`payer_id` text NOT NULL,
	`payer_party_id` text,
	`shown_as` text,
	`amount` integer NOT NULL,
	`agreement` text NOT NULL,
	`agreement_hash` text NOT NULL,
	`state` text NOT NULL,
	`pledged_at` integer NOT NULL,
	`answered_by` text,
	`answered_at` integer,
	`decline_reason` text,
	`withdrawn_at` integer,
	`received_at` integer,
	`released_by` text,
	`released_at` integer,
	`refunded_by` text,
	`refunded_at` integer,
	`refund_reason` text,
	FOREIGN KEY (`pot_id`) REFERENCES `pot`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`payer_party_id`) REFERENCES `party`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "gift_amount" CHECK("gift"."amount" > 0)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `gift_ref` ON `gift` (`ref_no`);--> statement-breakpoint
CREATE INDEX `gift_pot` ON `gift` (`pot_id`);--> statement-breakpoint
CREATE INDEX `gift_payer` ON `gift` (`payer_id`);--> statement-breakpoint
CREATE TABLE `payee_account` (
	`id` text PRIMARY KEY NOT NULL,
	`provider` text NOT NULL,
	`party_id` text NOT NULL,
	`ref` text,
	`ready` integer DEFAULT 0 NOT NULL,
	`asked_by` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`party_id`) REFERENCES `party`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `payee_account_once` ON `payee_account` (`provider`,`party_id`);--> statement-breakpoint
CREATE TABLE `pot` (
	`id` text PRIMARY KEY NOT NULL,
	`ref_no` text NOT NULL,
	`contract_id` text NOT NULL,
	`milestone_id` text NOT NULL,
	`receiver_id` text NOT NULL,
	`line_id` text NOT NULL,
	`title` text NOT NULL,
	`purpose` text NOT NULL,
	`wanted` integer NOT NULL,
	`state` text NOT NULL,
	`opened_by` text NOT NULL,
	`opened_at` integer NOT NULL,
	`closed_at` integer,
	`certificate_no` text,
	`filing_no` text,
	`platform` text,
	`platform_url` text,
	FOREIGN KEY (`contract_id`) REFERENCES `contract`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`milestone_id`) REFERENCES `milestone`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`receiver_id`) REFERENCES `party`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`line_id`) REFERENCES `budget_line`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "pot_wanted" CHECK("pot"."wanted" > 0)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `pot_ref` ON `pot` (`ref_no`);--> statement-breakpoint
CREATE INDEX `pot_contract` ON `pot` (`contract_id`);--> statement-breakpoint
CREATE TABLE `provider_call` (
	`id` text PRIMARY KEY NOT NULL,
	`provider` text NOT NULL,
	`call_key` text NOT NULL,
	`kind` text NOT NULL,
	`gift_id` text,
	`party_id` text,
	`amount` integer,
	`of_key` text,
	`reason` text,
	`state` text NOT NULL,
	`attempts` integer DEFAULT 0 NOT NULL,
	`ref` text,
	`go_to` text,
	`last_error` text,
	`not_before` integer,
	`created_at` integer NOT NULL,
	`done_at` integer,
	FOREIGN KEY (`gift_id`) REFERENCES `gift`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`party_id`) REFERENCES `party`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `provider_call_key` ON `provider_call` (`provider`,`call_key`);--> statement-breakpoint
CREATE INDEX `provider_call_state` ON `provider_call` (`state`);--> statement-breakpoint
CREATE INDEX `provider_call_gift` ON `provider_call` (`gift_id`);--> statement-breakpoint
CREATE TABLE `provider_event` (
	`id` text PRIMARY KEY NOT NULL,
	`provider` text NOT NULL,
	`event_id` text NOT NULL,
	`type` text NOT NULL,
	`about` text,
	`state` text NOT NULL,
	`attempts` integer DEFAULT 0 NOT NULL,
	`last_error` text,
	`at` integer NOT NULL,
	`done_at` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `provider_event_once` ON `provider_event` (`provider`,`event_id`);--> statement-breakpoint
CREATE INDEX `provider_event_state` ON `provider_event` (`state`);--> statement-breakpoint
CREATE TABLE `provider_fact` (
	`id` text PRIMARY KEY NOT NULL,
	`provider` text NOT NULL,
	`fact_id` text NOT NULL,
	`kind` text NOT NULL,
	`fact_key` text NOT NULL,
	`gift_id` text NOT NULL,
	`amount` integer NOT NULL,
	`fee` integer,
	`proof` text NOT NULL,
	`happened_at` integer NOT NULL,
	`settled_amount` integer,
	`settled_currency` text,
	`rate` real,
	`reason` text,
	`booked_at` integer NOT NULL,
	FOREIGN KEY (`gift_id`) REFERENCES `gift`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `provider_fact_once` ON `provider_fact` (`provider`,`fact_id`);--> statement-breakpoint
CREATE INDEX `provider_fact_gift` ON `provider_fact` (`gift_id`);--> statement-breakpoint
CREATE INDEX `provider_fact_at` ON `provider_fact` (`happened_at`);--> statement-breakpoint
CREATE TABLE `reconciliation` (
	`id` text PRIMARY KEY NOT NULL,
	`provider` text NOT NULL,
	`day` text NOT NULL,
	`matched` integer NOT NULL,
	`differing` integer NOT NULL,
	`rows` text NOT NULL,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `reconciliation_day` ON `reconciliation` (`provider`,`day`);--> statement-breakpoint
CREATE TABLE `stand_in` (
	`id` text PRIMARY KEY NOT NULL,
	`state` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `acceptance_item` (
	`id` text PRIMARY KEY NOT NULL,
	`acceptance_id` text NOT NULL,
	`indicator_id` text NOT NULL,
	`role` text NOT NULL,
	`as_claimed` integer NOT NULL,
	FOREIGN KEY (`acceptance_id`) REFERENCES `acceptance`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`indicator_id`) REFERENCES `indicator`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `acceptance_item_once` ON `acceptance_item` (`acceptance_id`,`indicator_id`,`role`);--> statement-breakpoint
CREATE TABLE `acceptance_lot` (
	`id` text PRIMARY KEY NOT NULL,
	`acceptance_id` text NOT NULL,
	`service_user_id` text NOT NULL,
	`ordinal` integer NOT NULL,
	`unreached` text,
	`unreached_by` text,
	`unreached_at` integer,
	FOREIGN KEY (`acceptance_id`) REFERENCES `acceptance`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`service_user_id`) REFERENCES `service_user`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `acceptance_lot_once` ON `acceptance_lot` (`acceptance_id`,`service_user_id`);--> statement-breakpoint
CREATE TABLE `assessment_form` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`version` integer NOT NULL,
	`from_date` text NOT NULL,
	`source` text NOT NULL,
	`items` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `assessment_form_version` ON `assessment_form` (`kind`,`version`);--> statement-breakpoint
CREATE TABLE `assessment` (
	`id` text PRIMARY KEY NOT NULL,
	`contract_id` text NOT NULL,
	`kind` text NOT NULL,
	`form_id` text NOT NULL,
	`seed` text NOT NULL,
	`list_hash` text NOT NULL,
	`size` integer NOT NULL,
	`state` text NOT NULL,
	`score` real,
	`grade` text,
	`words` text,
	`finding_id` text,
	`opened_by` text NOT NULL,
	`opened_at` integer NOT NULL,
	`published_by` text,
	`published_at` integer,
	FOREIGN KEY (`contract_id`) REFERENCES `contract`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`form_id`) REFERENCES `assessment_form`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`finding_id`) REFERENCES `finding`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `assessment_once` ON `assessment` (`contract_id`,`kind`);--> statement-breakpoint
CREATE TABLE `assessor` (
	`id` text PRIMARY KEY NOT NULL,
	`assessment_id` text NOT NULL,
	`person_id` text NOT NULL,
	`ordinal` integer NOT NULL,
	`state` text NOT NULL,
	`reason` text,
	`points` text,
	`total` real,
	`words` text,
	`declared_at` integer,
	`scored_at` integer,
	FOREIGN KEY (`assessment_id`) REFERENCES `assessment`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `assessor_once` ON `assessor` (`assessment_id`,`person_id`);--> statement-breakpoint
CREATE INDEX `assessor_person` ON `assessor` (`person_id`);--> statement-breakpoint
CREATE TABLE `visit_plan` (
	`id` text PRIMARY KEY NOT NULL,
	`centre_id` text NOT NULL,
	`month` text NOT NULL,
	`seed` text NOT NULL,
	`risks` text NOT NULL,
	`figures` text NOT NULL,
	`made_by` text NOT NULL,
	`made_at` integer NOT NULL,
	FOREIGN KEY (`centre_id`) REFERENCES `party`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `visit_plan_once` ON `visit_plan` (`centre_id`,`month`);--> statement-breakpoint
CREATE TABLE `visit` (
	`id` text PRIMARY KEY NOT NULL,
	`visit_plan_id` text NOT NULL,
	`contract_id` text NOT NULL,
	`why` text NOT NULL,
	`state` text NOT NULL,
	`visited_on` text,
	`present` integer,
	`asked` integer,
	`checks` text,
	`words` text,
	`finding_id` text,
	`settled_by` text,
	`settled_at` integer,
	FOREIGN KEY (`visit_plan_id`) REFERENCES `visit_plan`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`contract_id`) REFERENCES `contract`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`finding_id`) REFERENCES `finding`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `visit_once` ON `visit` (`visit_plan_id`,`contract_id`);--> statement-breakpoint
CREATE INDEX `visit_contract` ON `visit` (`contract_id`);--> statement-breakpoint
CREATE TABLE `voucher_check` (
	`id` text PRIMARY KEY NOT NULL,
	`visit_plan_id` text NOT NULL,
	`contract_id` text NOT NULL,
	`voucher_id` text NOT NULL,
	`state` text NOT NULL,
	`words` text,
	`finding_id` text,
	`settled_by` text,
	`settled_at` integer,
	FOREIGN KEY (`visit_plan_id`) REFERENCES `visit_plan`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`contract_id`) REFERENCES `contract`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`voucher_id`) REFERENCES `voucher`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`finding_id`) REFERENCES `finding`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `voucher_check_once` ON `voucher_check` (`visit_plan_id`,`voucher_id`);--> statement-breakpoint
CREATE INDEX `voucher_check_contract` ON `voucher_check` (`contract_id`);--> statement-breakpoint
CREATE TABLE `resource_slot` (
	`id` text PRIMARY KEY NOT NULL,
	`resource_id` text NOT NULL,
	`booking_id` text NOT NULL,
	`slot` text NOT NULL,
	FOREIGN KEY (`resource_id`) REFERENCES `resource`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`booking_id`) REFERENCES `resource_booking`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `resource_slot_once` ON `resource_slot` (`resource_id`,`slot`);--> statement-breakpoint
CREATE INDEX `resource_slot_booking` ON `resource_slot` (`booking_id`);--> statement-breakpoint
CREATE TABLE `resource_booking` (
	`id` text PRIMARY KEY NOT NULL,
	`ref_no` text NOT NULL,
	`resource_id` text NOT NULL,
	`person_id` text NOT NULL,
	`party_id` text,
	`purpose` text NOT NULL,
	`first_slot` text NOT NULL,
	`last_slot` text NOT NULL,
	`state` text NOT NULL,
	`asked_at` integer NOT NULL,
	`decided_by` text,
	`decided_at` integer,
	`reason` text,
	`returned_at` integer,
	`condition` text,
	FOREIGN KEY (`resource_id`) REFERENCES `resource`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `resource_booking_ref` ON `resource_booking` (`ref_no`);--> statement-breakpoint
CREATE INDEX `resource_booking_resource` ON `resource_booking` (`resource_id`,`state`);--> statement-breakpoint
CREATE INDEX `resource_booking_person` ON `resource_booking` (`person_id`);--> statement-breakpoint
CREATE TABLE `hour_account` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`person_id` text,
	`minutes` integer DEFAULT 0 NOT NULL,
	`opened_at` integer NOT NULL,
	`insured_until` text,
	`policy_no` text,
	`heir_id` text,
	`closed_at` integer,
	`closed_cause` text,
	`closed_ground` text,
	`closed_by` text,
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "hour_account_not_overdrawn" CHECK("hour_account"."kind" = 'issued' or "hour_account"."minutes" >= 0),
	CONSTRAINT "hour_account_owner" CHECK(("hour_account"."kind" = 'person') = ("hour_account"."person_id" is not null))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `hour_account_person` ON `hour_account` (`person_id`);--> statement-breakpoint
CREATE TABLE `hour_bank` (
	`id` text PRIMARY KEY NOT NULL,
	`scope` text DEFAULT 'district' NOT NULL,
	`party_id` text NOT NULL,
	`ground` text NOT NULL,
	`appointed_by` text NOT NULL,
	`since` integer NOT NULL,
	`until` integer,
	FOREIGN KEY (`party_id`) REFERENCES `party`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `hour_bank_open` ON `hour_bank` (`scope`) WHERE until is null;--> statement-breakpoint
CREATE TABLE `hour_entry` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`source` text NOT NULL,
	`service_id` text,
	`reverses_id` text,
	`memo` text,
	`by_id` text NOT NULL,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `hour_entry_source` ON `hour_entry` (`source`);--> statement-breakpoint
CREATE UNIQUE INDEX `hour_entry_reversed` ON `hour_entry` (`reverses_id`);--> statement-breakpoint
CREATE INDEX `hour_entry_service` ON `hour_entry` (`service_id`);--> statement-breakpoint
CREATE TABLE `hour_posting` (
	`id` text PRIMARY KEY NOT NULL,
	`entry_id` text NOT NULL,
	`account_id` text NOT NULL,
	`minutes` integer NOT NULL,
	FOREIGN KEY (`entry_id`) REFERENCES `hour_entry`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`account_id`) REFERENCES `hour_account`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "hour_posting_minutes" CHECK("hour_posting"."minutes" <> 0)
);
--> statement-breakpoint
CREATE INDEX `hour_posting_entry` ON `hour_posting` (`entry_id`);--> statement-breakpoint
CREATE INDEX `hour_posting_account` ON `hour_posting` (`account_id`);--> statement-breakpoint
CREATE TABLE `hour_service` (
	`id` text PRIMARY KEY NOT NULL,
	`ref_no` text NOT NULL,
	`kind` text NOT NULL,
	`task` text NOT NULL,
	`words` text NOT NULL,
	`community_id` text,
	`host_id` text,
	`asker_id` text,
	`volunteer_id` text,
	`served_on` text NOT NULL,
	`planned` integer,
	`minutes` integer,
	`state` text NOT NULL,
	`made_at` integer NOT NULL,
	`taken_at` integer,
	`claimed_at` integer,
	`decided_by` text,
	`decided_at` integer,
	`reason` text,
	`audited_by` text,
	`audited_at` integer,
	`audit_words` text,
	FOREIGN KEY (`host_id`) REFERENCES `party`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`asker_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`volunteer_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "hour_service_minutes" CHECK("hour_service"."minutes" > 0),
	CONSTRAINT "hour_service_planned" CHECK("hour_service"."planned" > 0)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `hour_service_ref` ON `hour_service` (`ref_no`);--> statement-breakpoint
CREATE INDEX `hour_service_volunteer` ON `hour_service` (`volunteer_id`,`served_on`);--> statement-breakpoint
CREATE INDEX `hour_service_asker` ON `hour_service` (`asker_id`);--> statement-breakpoint
CREATE INDEX `hour_service_host` ON `hour_service` (`host_id`,`state`);--> statement-breakpoint
CREATE INDEX `hour_service_state` ON `hour_service` (`state`);--> statement-breakpoint
CREATE TABLE `partner_offer_use` (
	`id` text PRIMARY KEY NOT NULL,
	`offer_id` text NOT NULL,
	`person_id` text,
	`receiver_id` text,
	`quantity` integer NOT NULL,
	`code` text,
	`receipt_no` text,
	`state` text NOT NULL,
	`taken_at` integer NOT NULL,
	`counted_by` text,
	`counted_at` integer,
	FOREIGN KEY (`offer_id`) REFERENCES `partner_offer`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`receiver_id`) REFERENCES `party`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "partner_offer_use_quantity" CHECK("partner_offer_use"."quantity" > 0)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `partner_offer_use_once` ON `partner_offer_use` (`offer_id`,`person_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `partner_offer_use_code` ON `partner_offer_use` (`offer_id`,`code`);--> statement-breakpoint
CREATE UNIQUE INDEX `partner_offer_use_receipt` ON `partner_offer_use` (`offer_id`,`receipt_no`);--> statement-breakpoint
CREATE TABLE `partner_offer` (
	`id` text PRIMARY KEY NOT NULL,
	`ref_no` text NOT NULL,
	`party_id` text NOT NULL,
	`kind` text NOT NULL,
	`title` text NOT NULL,
	`words` text NOT NULL,
	`plan_id` text,
	`framework_id` text,
	`quantity` integer NOT NULL,
	`unit_value` integer NOT NULL,
	`value_ground` text NOT NULL,
	`from_date` text NOT NULL,
	`to_date` text NOT NULL,
	`state` text NOT NULL,
	`posted_by` text NOT NULL,
	`posted_at` integer NOT NULL,
	`decided_by` text,
	`decided_at` integer,
	`reason` text,
	`ended_at` integer,
	`taken` integer DEFAULT 0 NOT NULL,
	FOREIGN KEY (`party_id`) REFERENCES `party`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`plan_id`) REFERENCES `plan`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`framework_id`) REFERENCES `framework`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "partner_offer_quantity" CHECK("partner_offer"."quantity" > 0),
	CONSTRAINT "partner_offer_taken" CHECK("partner_offer"."taken" >= 0 and "partner_offer"."taken" <= "partner_offer"."quantity"),
	CONSTRAINT "partner_offer_value" CHECK("partner_offer"."unit_value" > 0)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `partner_offer_ref` ON `partner_offer` (`ref_no`);--> statement-breakpoint
CREATE INDEX `partner_offer_party` ON `partner_offer` (`party_id`);--> statement-breakpoint
CREATE INDEX `partner_offer_plan` ON `partner_offer` (`plan_id`);--> statement-breakpoint
CREATE INDEX `partner_offer_framework` ON `partner_offer` (`framework_id`);--> statement-breakpoint
CREATE TABLE `resource` (
	`id` text PRIMARY KEY NOT NULL,
	`ref_no` text NOT NULL,
	`owner_id` text NOT NULL,
	`kind` text NOT NULL,
	`name` text NOT NULL,
	`words` text NOT NULL,
	`address` text NOT NULL,
	`opens` integer,
	`closes` integer,
	`listed` integer DEFAULT true NOT NULL,
	`added_by` text NOT NULL,
	`added_at` integer NOT NULL,
	FOREIGN KEY (`owner_id`) REFERENCES `party`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `resource_ref` ON `resource` (`ref_no`);--> statement-breakpoint
CREATE INDEX `resource_owner` ON `resource` (`owner_id`);--> statement-breakpoint
ALTER TABLE `acceptance` ADD `seed` text;--> statement-breakpoint
ALTER TABLE `acceptance` ADD `reopened_at` integer;--> statement-breakpoint
ALTER TABLE `acceptance` ADD `reopen_reason` text;--> statement-breakpoint
ALTER TABLE `finding` ADD `freezes` integer DEFAULT false NOT NULL;