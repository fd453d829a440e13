import { Module } from '@nestjs/common';
import { OwnData } from '../../platform/own-data.ts';
import { ContactLoaders } from './loader.ts';
import { ContactResolver } from './resolver.ts';
import { ContactService } from './service.ts';

@Module({ providers: [ContactResolver, ContactService, ContactLoaders], exports: [ContactLoaders] })
export class ContactsModule {
  constructor(ownData: OwnData) {
    // Contacts name people as text. Those with a person's own address count as that person's data.
    ownData.hold([
      { table: 'contact', title: 'Ansprechpersonen mit eigener Adresse', where: `lower(t.email) = lower($2::text) AND t.email <> ''` },
    ]);
  }
}
